package dev.overlap.engine;

import dev.overlap.plan.Address;
import dev.overlap.plan.Connections;
import dev.overlap.plan.Site;
import dev.overlap.plan.Task;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Recorder;
import dev.overlap.trace.Trace;
import dev.overlap.trace.WorkerTrack;

import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.nio.AsyncResponseConsumer;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.nio.support.AsyncRequestBuilder;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Two loops that make the same requests: the engine's async client with everything that it records,
 * and HttpClient's with the same configuration and nothing of ours. Stands in the engine's room,
 * because its client is to be seen nowhere else.
 */
public final class Loops implements AutoCloseable {

    /** How many requests are under way at once. */
    public static final int CONNECTIONS = 64;

    private final URI target;
    private final Lookup lookup = new Lookup(Resolver.SYSTEM);
    private final AsyncClient engine;
    private final CloseableHttpAsyncClient bare;

    public Loops(URI target) throws Exception {
        this.target = target;
        engine =
                new AsyncClient(
                        lookup, Network.system().ssl(), Connections.DEFAULT.withTotal(CONNECTIONS));
        bare = bareClient();
        bare.start();
    }

    private static CloseableHttpAsyncClient bareClient() {
        return HttpAsyncClientBuilder.create()
                .setConnectionManager(
                        PoolingAsyncClientConnectionManagerBuilder.create()
                                .setMaxConnTotal(CONNECTIONS)
                                .setMaxConnPerRoute(CONNECTIONS)
                                .setDefaultTlsConfig(
                                        TlsConfig.custom()
                                                .setVersionPolicy(HttpVersionPolicy.FORCE_HTTP_1)
                                                .build())
                                .setDefaultConnectionConfig(
                                        ConnectionConfig.custom()
                                                .setConnectTimeout(Timeout.DISABLED)
                                                .setSocketTimeout(Timeout.DISABLED)
                                                .build())
                                .build())
                .setIOReactorConfig(
                        IOReactorConfig.custom()
                                .setIoThreadCount(1)
                                .setSelectInterval(TimeValue.ofMilliseconds(50))
                                .setTcpNoDelay(true)
                                .build())
                .setHttp1Config(AsyncClient.http1())
                .setDefaultRequestConfig(AsyncClient.requests())
                .setUserAgent(UserAgent.VALUE)
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    /** Makes requests with nothing of ours; requests a second. */
    public double bare(int requests) throws InterruptedException {
        return perSecond(requests, this::bareExchange);
    }

    /** Makes requests that are tasks of a run, recorded as such; requests a second. */
    public double recorded(int requests) throws InterruptedException {
        Recorder recorder = new Recorder(new Trace(Collections.nCopies(requests, "lab:/delay/0")));
        recorder.begin();
        engine.recordTo(recorder, recorder.hire("loop-1", WorkerTrack.Role.LOOP));
        Site site = new Site.Fetch(new Address.Lab("/delay/0"));
        return perSecond(
                requests,
                (number, then) -> {
                    Carry carry = new Carry(new Task(number, site, 0), recorder);
                    Request request = new Request(target, "lab:/delay/0", null);
                    var _ =
                            engine.execute(
                                    carry.watch(request),
                                    request,
                                    new Then<>(
                                            () -> {
                                                carry.end(new Outcome.Answered(200, carry.bytes()));
                                                then.run();
                                            }));
                });
    }

    private interface Exchange {
        void begin(int number, Runnable then);
    }

    private static double perSecond(int requests, Exchange exchange) throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        CountDownLatch open = new CountDownLatch(requests);
        long begin = System.nanoTime();
        for (int i = 0; i < CONNECTIONS; i++) {
            chain(next, requests, exchange, open);
        }
        open.await();
        return requests * 1e9 / (System.nanoTime() - begin);
    }

    private static void chain(
            AtomicInteger next, int requests, Exchange exchange, CountDownLatch open) {
        int number = next.getAndIncrement();
        if (number < requests) {
            exchange.begin(
                    number,
                    () -> {
                        open.countDown();
                        chain(next, requests, exchange, open);
                    });
        }
    }

    private void bareExchange(int number, Runnable then) {
        AsyncRequestBuilder builder = AsyncRequestBuilder.get(target);
        builder.addHeader("Accept-Encoding", "gzip");
        var _ =
                bare.execute(
                        builder.build(), new Drain(), HttpClientContext.create(), new Then<>(then));
    }

    @Override
    public void close() {
        bare.close(CloseMode.IMMEDIATE);
        engine.close();
        lookup.close();
    }

    /** Goes on, and fails the benchmark where a request fails. */
    private record Then<T>(Runnable next) implements FutureCallback<T> {

        @Override
        public void completed(T result) {
            next.run();
        }

        @Override
        public void failed(Exception cause) {
            throw new IllegalStateException(cause);
        }

        @Override
        public void cancelled() {
            throw new IllegalStateException("cancelled");
        }
    }

    /** Counts the body and gives the status: the least that a client does with a reply. */
    private static final class Drain implements AsyncResponseConsumer<Integer> {

        private int status;
        private long bytes;
        private @Nullable FutureCallback<Integer> result;

        @Override
        public void consumeResponse(
                HttpResponse response,
                @Nullable EntityDetails entity,
                HttpContext context,
                FutureCallback<Integer> callback) {
            status = response.getCode();
            result = callback;
            if (entity == null) {
                callback.completed(status);
            }
        }

        @Override
        public void informationResponse(HttpResponse response, HttpContext context) {}

        @Override
        public void updateCapacity(CapacityChannel channel) throws IOException {
            channel.update(Integer.MAX_VALUE);
        }

        @Override
        public void consume(ByteBuffer data) {
            bytes += data.remaining();
            data.position(data.limit());
        }

        @Override
        public void streamEnd(@Nullable List<? extends Header> trailers) {
            if (result != null && bytes >= 0) {
                result.completed(status);
            }
        }

        @Override
        public void failed(Exception cause) {}

        @Override
        public void releaseResources() {}
    }
}
