package dev.overlap.engine;

import dev.overlap.engine.http.AsyncClient;
import dev.overlap.engine.http.AsyncDnsResolver;
import dev.overlap.engine.http.ExchangeRecorder;
import dev.overlap.engine.http.NameResolver;
import dev.overlap.engine.http.NetworkAccess;
import dev.overlap.engine.request.HttpExchangeRequest;
import dev.overlap.engine.request.UserAgent;
import dev.overlap.engine.task.TaskExecution;
import dev.overlap.plan.ConnectionSettings;
import dev.overlap.plan.Step;
import dev.overlap.plan.StepSequence;
import dev.overlap.plan.Task;
import dev.overlap.plan.address.Address;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Trace;
import dev.overlap.trace.TraceRecorder;
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
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Two loops that make the same requests: the engine's async client with everything that it records,
 * and HttpClient's with the same configuration and nothing of ours. Stands in the engine's room,
 * because its client is to be seen nowhere else.
 */
public final class BenchEventLoop implements AutoCloseable {

    /** How many requests are under way at once. */
    public static final int CONNECTIONS = 64;

    /**
     * What a loop achieved.
     *
     * @param perSecond requests
     * @param cpuMicros of the loop's thread, a request: hardly minds what else the machine does
     */
    public record Throughput(double perSecond, double cpuMicros) {}

    private static final String BARE = "bare-loop";
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    private final URI target;
    private final AsyncDnsResolver resolver = new AsyncDnsResolver(NameResolver.SYSTEM);
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final AsyncClient engine;
    private final CloseableHttpAsyncClient bare;

    public BenchEventLoop(URI target) throws Exception {
        this.target = target;
        engine = new AsyncClient(resolver, timer, NetworkAccess.system().ssl(), limited());
        bare = bareClient();
        bare.start();
        CountDownLatch answered = new CountDownLatch(1);
        bareExchange(0, answered::countDown); // its thread runs from then on
        answered.await();
    }

    private static ConnectionSettings limited() {
        return ConnectionSettings.DEFAULT.withPerHost(CONNECTIONS);
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
                .setThreadFactory(bareThreads())
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

    /** The first one that the library asks for is the loop's. */
    private static ThreadFactory bareThreads() {
        AtomicInteger asked = new AtomicInteger();
        return task -> {
            String name = asked.getAndIncrement() == 0 ? BARE : "bare-watch";
            return Thread.ofPlatform().daemon().name(name).unstarted(task);
        };
    }

    /** Makes requests with nothing of ours. */
    public Throughput bare(int requests) throws InterruptedException {
        return pace(requests, BARE, this::bareExchange);
    }

    /** Makes requests that are tasks of a run, recorded as such. */
    public Throughput recorded(int requests) throws InterruptedException {
        TraceRecorder recorder =
                new TraceRecorder(new Trace(Collections.nCopies(requests, "lab:/delay/0")));
        recorder.begin();
        engine.recordTo(recorder, recorder.addWorker("loop-1", WorkerTrack.Role.LOOP));
        Address address = new Address.Lab("/delay/0");
        Step step = new Step.Fetch(address);
        return pace(
                requests,
                "loop-1",
                (number, then) -> {
                    TaskExecution execution =
                            new TaskExecution(new Task(number, StepSequence.of(step), 0), recorder);
                    HttpExchangeRequest request = HttpExchangeRequest.to(address, target);
                    var _ =
                            engine.execute(
                                    ExchangeRecorder.begin(execution, request),
                                    request,
                                    new Then<>(
                                            () -> {
                                                execution.end(
                                                        new Outcome.Answered(
                                                                200, execution.bytes()));
                                                then.run();
                                            }));
                });
    }

    private interface Exchange {
        void begin(int number, Runnable then);
    }

    private static Throughput pace(int requests, String thread, Exchange exchange)
            throws InterruptedException {
        long loop = idOf(thread);
        AtomicInteger next = new AtomicInteger();
        CountDownLatch open = new CountDownLatch(requests);
        long begin = System.nanoTime();
        long cpu = CLOCK.getThreadCpuTime(loop);
        for (int i = 0; i < CONNECTIONS; i++) {
            chain(next, requests, exchange, open);
        }
        open.await();
        double cpuNanos = CLOCK.getThreadCpuTime(loop) - cpu;
        return new Throughput(
                requests * 1e9 / (System.nanoTime() - begin), cpuNanos / 1_000 / requests);
    }

    private static long idOf(String name) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals(name))
                .findFirst()
                .orElseThrow()
                .threadId();
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
        timer.shutdownNow();
        resolver.close();
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
