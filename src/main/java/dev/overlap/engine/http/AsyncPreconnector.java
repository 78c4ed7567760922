package dev.overlap.engine.http;

import dev.overlap.engine.task.Closer;

import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.nio.AsyncClientConnectionManager;
import org.apache.hc.client5.http.nio.AsyncConnectionEndpoint;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.reactor.ConnectionInitiator;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Opens connections of the async client before its first request and leaves them in the pool,
 * without sending anything. Those that fail are omitted.
 *
 * @param discarded receives what the hooks record
 */
record AsyncPreconnector(
        AsyncClientConnectionManager connections,
        ConnectionInitiator initiator,
        ExchangeRecorder discarded) {

    /** Opens the connections; returns once they are open or the time is up. */
    void open(HttpRoute route, int count, Timeout atMost) throws InterruptedException {
        List<AsyncConnectionEndpoint> leased = new ArrayList<>();
        CountDownLatch open = new CountDownLatch(count);
        for (int i = 0; i < count; i++) {
            leased.add(lease(route, i));
            Future<?> _ =
                    connections.connect(
                            leased.getLast(),
                            initiator,
                            atMost,
                            null,
                            discarded.context(),
                            new Counting(open));
        }
        boolean _ = open.await(atMost.toMilliseconds(), TimeUnit.MILLISECONDS);
        new Closer()
                .forEach(
                        leased,
                        each -> connections.release(each, null, TimeValue.NEG_ONE_MILLISECOND))
                .rethrow();
    }

    private AsyncConnectionEndpoint lease(HttpRoute route, int number) throws InterruptedException {
        try {
            return connections.lease("warm-" + number, route, null, Timeout.DISABLED, null).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a pool with free places leases at once", e);
        }
    }

    /** Counts a finished connect, whether it succeeded or not. */
    private record Counting(CountDownLatch latch)
            implements FutureCallback<AsyncConnectionEndpoint> {
        @Override
        public void completed(AsyncConnectionEndpoint endpoint) {
            latch.countDown();
        }

        @Override
        public void failed(Exception cause) {
            latch.countDown();
        }

        @Override
        public void cancelled() {
            latch.countDown();
        }
    }
}
