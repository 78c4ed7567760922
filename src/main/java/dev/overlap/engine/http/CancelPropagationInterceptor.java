package dev.overlap.engine.http;

import dev.overlap.engine.task.Closer;

import org.apache.hc.client5.http.async.AsyncExecCallback;
import org.apache.hc.client5.http.async.AsyncExecChain;
import org.apache.hc.client5.http.async.AsyncExecChainHandler;
import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.concurrent.CancellableDependency;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.nio.AsyncEntityProducer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Ensures that a cancel reaches the exchange.
 *
 * <p>Problem, seen with HttpClient 5.6.5: {@code AsyncConnectExec} stores the lease of the
 * connection as the operation to cancel. On a reused connection, the lease has ended before that
 * call returns; the exchange has already stored itself and is overwritten. A cancel then has no
 * effect, and the exchange continues until the server ends it.
 *
 * <p>Solution: a dependency that keeps all operations and cancels all of them, the latest first.
 */
final class CancelPropagationInterceptor implements AsyncExecChainHandler {

    private static final Logger LOG = LoggerFactory.getLogger(CancelPropagationInterceptor.class);

    @Override
    public void execute(
            HttpRequest request,
            AsyncEntityProducer entity,
            AsyncExecChain.Scope scope,
            AsyncExecChain chain,
            AsyncExecCallback callback)
            throws HttpException, IOException {
        All all = new All();
        scope.cancellableDependency.setDependency(all);
        AsyncExecChain.Scope watched =
                new AsyncExecChain.Scope(
                        scope.exchangeId,
                        scope.route,
                        scope.originalRequest,
                        all,
                        scope.clientContext,
                        scope.execRuntime,
                        scope.scheduler,
                        scope.execCount);
        chain.proceed(request, entity, watched, callback);
    }

    /** Thread-safe; nothing is cancelled while holding the lock. */
    private static final class All implements CancellableDependency {

        private final List<Cancellable> all = new ArrayList<>(3);
        private boolean cancelled;

        @Override
        public void setDependency(Cancellable cancellable) {
            synchronized (this) {
                if (!cancelled) {
                    all.add(cancellable);
                    return;
                }
            }
            cancellable.cancel();
        }

        @Override
        public synchronized boolean isCancelled() {
            return cancelled;
        }

        @Override
        public boolean cancel() {
            List<Cancellable> mine;
            synchronized (this) {
                if (cancelled) {
                    return false;
                }
                cancelled = true;
                mine = List.copyOf(all);
                all.clear();
            }
            new Closer().forEach(mine.reversed(), All::cancel).rethrow();
            return true;
        }

        /**
         * The pool throws if the loop returns a connection that is being discarded here. This is
         * one of the two possible orders of a race, and no reason not to cancel the rest.
         */
        private static void cancel(Cancellable one) {
            try {
                one.cancel();
            } catch (IllegalStateException e) {
                LOG.debug("cancelled while it ended by itself", e);
            }
        }
    }
}
