package dev.overlap.engine.http;

import dev.overlap.engine.request.HttpExchangeRequest;
import dev.overlap.engine.request.ResponseHead;
import dev.overlap.engine.request.UserAgent;
import dev.overlap.engine.task.Closer;
import dev.overlap.engine.task.DaemonThread;
import dev.overlap.engine.task.TaskExecution;
import dev.overlap.engine.task.TaskFailures;
import dev.overlap.plan.ConnectionSettings;
import dev.overlap.trace.TraceRecorder;

import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.SchemePortResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManager;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.nio.AsyncClientConnectionOperator;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.nio.ssl.TlsStrategy;
import org.apache.hc.core5.http.nio.support.AsyncRequestBuilder;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.ConnectionInitiator;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.reactor.IOSession;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

import javax.net.ssl.SSLContext;

/**
 * HttpClient's async client on one thread, observed through its public extension points. Only this
 * class knows how they fit together.
 *
 * <table>
 * <caption>Which hook records which instant</caption>
 * <tr><th>start of</th><th>hook</th><th>runs on</th></tr>
 * <tr><td>LEASE</td><td>{@link LeaseInterceptor}, before CONNECT</td><td>the caller of {@link
 * #execute}</td></tr>
 * <tr><td>DNS</td><td>{@link AsyncDnsConnectionOperator}, around the resolver</td><td>a lookup
 * thread</td></tr>
 * <tr><td>CONNECT</td><td>{@link AsyncDnsConnectionOperator}, once the resolver has answered;
 * includes waking up the loop</td><td>a lookup thread</td></tr>
 * <tr><td>an attempt</td><td>{@link ReactorConnector}, when the reactor is asked to
 * connect</td><td>a lookup thread, or loop</td></tr>
 * <tr><td>TLS</td><td>{@link RecordingTlsStrategy}</td><td>loop</td></tr>
 * <tr><td>SEND</td><td>exec interceptor before MAIN_TRANSPORT</td><td>loop, or the caller on a
 * reused connection</td></tr>
 * <tr><td>WAIT</td><td>{@link RecordingIOSession#write}, before the write that empties the
 * buffer</td><td>loop</td></tr>
 * <tr><td>RECEIVE</td><td>{@link RecordingIOSession#read}, or input pushed by TLS</td><td>loop, as
 * soon as it is free</td></tr>
 * <tr><td>end of a failed exchange</td><td>{@link FailureDetectingExecHandler}, before the
 * connection returns to the pool</td><td>loop</td></tr>
 * <tr><td>end</td><td>{@link FutureCallback}</td><td>loop, or the thread that cancels</td></tr>
 * </table>
 *
 * <p>Threads: {@link #execute} may be called from any thread and does not wait.
 */
public final class AsyncClient implements AutoCloseable {

    /** HttpCore's default of 32 KiB, three per connection, would take 200 MB for 2,000 tasks. */
    static final int BUFFER_BYTES = 4096;

    /**
     * Longer than any task. The classic pool treats a disabled limit as zero and gives up at once.
     */
    private static final Timeout MAX_LEASE = Timeout.ofDays(1);

    private static final Logger LOG = LoggerFactory.getLogger(AsyncClient.class);

    private final CloseableHttpAsyncClient client;
    private final PoolingAsyncClientConnectionManager connections;
    private final PerRouteLimits limits;
    private final Map<String, TrackedConnection> wires = new ConcurrentHashMap<>();
    private final ReactorExecutor reactorExecutor = new ReactorExecutor();
    private volatile @Nullable EventLoopThread thread;
    private volatile boolean closing;
    private volatile boolean used;
    private @Nullable SocketChannel wakePeer;

    /**
     * Builds and starts a client; takes a quarter of a second the first time in a process, a few
     * milliseconds later.
     *
     * @param timer starts the attempt to connect to the next address of a name
     * @param settings the connection limits; a task that would exceed one waits in LEASE
     * @throws IOException if the loop cannot be set up, for example for lack of file descriptors
     */
    public AsyncClient(
            AsyncDnsResolver resolver,
            ScheduledExecutorService timer,
            SSLContext ssl,
            ConnectionSettings settings)
            throws IOException {
        ReactorConnector.Scheduler scheduler =
                new ReactorConnector.Scheduler(reactorExecutor, timer);
        connections = new Pool(resolver, ssl, settings.limit(), scheduler, wires::get).build();
        limits = new PerRouteLimits(settings, connections);
        client = build();
        try {
            client.start();
            connectSteps();
        } catch (IOException | RuntimeException | Error e) {
            // the loop may be running already, and a cancel may interrupt this thread
            new Closer(e).run(this::close);
            throw e;
        }
    }

    private CloseableHttpAsyncClient build() {
        return HttpAsyncClientBuilder.create()
                .setConnectionManager(connections)
                .setIOReactorConfig(reactor())
                .setHttp1Config(http1())
                .setThreadFactory(this::thread)
                .setIoReactorExceptionCallback(this::reactorFailed)
                .setDefaultRequestConfig(requests())
                .setUserAgent(UserAgent.VALUE)
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .addExecInterceptorFirst("cancel-fix", new CancelPropagationInterceptor())
                .addExecInterceptorFirst("ending", new FailureDetectingExecHandler())
                .addExecInterceptorBefore(
                        ChainElement.CONNECT.name(), "lease", new LeaseInterceptor(limits))
                .addExecInterceptorLast(
                        "send",
                        (request, entity, scope, chain, callback) -> {
                            ExchangeRecorder.of(scope.clientContext).sending();
                            chain.proceed(request, entity, scope, callback);
                        })
                .addRequestInterceptorLast((_, _, context) -> recordBegin(context))
                .setIoSessionDecorator(this::tap)
                .build();
    }

    private static IOReactorConfig reactor() {
        return IOReactorConfig.custom()
                .setIoThreadCount(1)
                .setSelectInterval(TimeValue.ofMilliseconds(50))
                .setTcpNoDelay(true)
                .build();
    }

    public static Http1Config http1() {
        return Http1Config.custom()
                .setBufferSize(BUFFER_BYTES)
                .setMaxLineLength(65_536)
                .setMaxHeaderCount(500)
                .build();
    }

    /**
     * Returns a configuration without the library's timeouts: they apply from byte to byte, whereas
     * Overlap's covers the whole task.
     */
    public static RequestConfig requests() {
        return RequestConfig.custom()
                .setHardCancellationEnabled(true)
                .setConnectionRequestTimeout(MAX_LEASE)
                .setResponseTimeout(Timeout.DISABLED)
                .setProtocolUpgradeEnabled(false)
                .setAuthenticationEnabled(false) // or text from the server would be logged
                .build();
    }

    /** Closing the client closes the loop's selector, which the loop reports as a failure. */
    private void reactorFailed(Exception cause) {
        if (!closing) {
            LOG.error("the event loop failed", cause);
        }
    }

    /** The library asks for the loop's thread first, then for one that only waits for it. */
    private Thread thread(Runnable target) {
        if (thread != null) {
            return DaemonThread.of(target, "overlap-reactor-watch");
        }
        EventLoopThread loop = new EventLoopThread(target, "loop-1", reactorExecutor::abandon);
        thread = loop;
        return loop;
    }

    private IOSession tap(IOSession session) {
        TrackedConnection known = wires.get(session.getId());
        if (known != null) {
            known.encrypt();
            return new RecordingIOSession(session, known, true);
        }
        TrackedConnection connection = new TrackedConnection(session.getId());
        wires.put(session.getId(), connection);
        return new RecordingIOSession(session, connection, false);
    }

    /** Called when the request is about to be written, within an event of its connection. */
    private static void recordBegin(HttpContext context) {
        EventLoopThread loop = EventLoopThread.current();
        TrackedConnection connection = loop == null ? null : loop.wire();
        if (loop != null && connection != null) {
            ExchangeRecorder exchangeRecorder = ExchangeRecorder.of(context);
            connection.carries(exchangeRecorder);
            loop.runsFor(exchangeRecorder.task());
            exchangeRecorder.on(connection);
        }
    }

    /**
     * Opens the connection used by {@link ReactorExecutor}, to a local server socket that is closed
     * once it has accepted it.
     */
    private void connectSteps() throws IOException {
        try (ServerSocketChannel door = ServerSocketChannel.open()) {
            door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            InetSocketAddress address = (InetSocketAddress) door.getLocalAddress();
            Future<IOSession> session =
                    ((ConnectionInitiator) client)
                            .connect(
                                    new HttpHost("http", address.getAddress(), address.getPort()),
                                    address,
                                    null,
                                    Timeout.ofSeconds(5),
                                    null,
                                    new Attach());
            wakePeer = door.accept();
            session.get(5, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("the event loop could not be set up", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the event loop was set up", e);
        }
    }

    private final class Attach implements FutureCallback<IOSession> {
        @Override
        public void completed(IOSession session) {
            reactorExecutor.attach(session);
        }

        @Override
        public void failed(Exception cause) {}

        @Override
        public void cancelled() {}
    }

    /**
     * Returns whether this client ever made an exchange: a loop whose steps block only uses its
     * thread.
     */
    boolean isUsed() {
        return used;
    }

    /** Records the loop's busy slices to this lane from now on. */
    public void recordTo(TraceRecorder recorder, int worker) {
        EventLoopThread loop = thread;
        if (loop != null) {
            loop.recordTo(recorder, worker);
        }
    }

    /** Records how often the system has preempted the loop since then. */
    public void recordForced() {
        EventLoopThread loop = thread;
        if (loop != null) {
            loop.recordForced();
        }
    }

    /** Runs a step of a task on the loop's thread; ends the task if the loop has died. */
    public void onLoop(TaskExecution execution, Runnable step) {
        reactorExecutor.execute(
                execution.index(),
                step,
                () -> execution.end(TaskFailures.loopDied(execution.task().label())));
    }

    /** Runs a step of no task on the loop's thread; if the loop has died, on the current one. */
    public void onLoop(Runnable step) {
        reactorExecutor.execute(-1, step, step);
    }

    /**
     * Begins one exchange.
     *
     * @param callback called once, on the loop's thread or on the one that cancels
     */
    public Future<ResponseHead> execute(
            ExchangeRecorder exchangeRecorder,
            HttpExchangeRequest request,
            FutureCallback<ResponseHead> callback) {
        used = true;
        AsyncRequestBuilder builder =
                AsyncRequestBuilder.create(request.method().name())
                        .setScheme(request.url().scheme())
                        .setAuthority(request.authority())
                        .setPath(request.url().target());
        builder.addHeader("Accept-Encoding", "gzip");
        if (request.authorization() != null) {
            builder.addHeader("Authorization", request.authorization());
        }
        return client.execute(
                request.host(),
                builder.build(),
                new CountingResponseConsumer(exchangeRecorder),
                null,
                exchangeRecorder.context(),
                new SafeFutureCallback<>(callback));
    }

    /**
     * Opens connections to a host before the first request; those that fail are omitted.
     *
     * @param discarded receives what the hooks record
     */
    void open(HttpHost host, int count, Timeout atMost, ExchangeRecorder discarded)
            throws InterruptedException {
        HttpRoute route = limits.routeTo(host);
        new AsyncPreconnector(connections, (ConnectionInitiator) client, discarded)
                .open(route, count, atMost);
    }

    /**
     * Closes all idle connections, so that the next exchange finds an empty pool. Runs on the loop:
     * a connection is returned after the callback that ends its exchange, in the same stack, so a
     * later step finds it idle.
     */
    void cool() throws InterruptedException {
        CountDownLatch cold = new CountDownLatch(1);
        reactorExecutor.execute(
                -1,
                () -> {
                    connections.closeIdle(TimeValue.ZERO_MILLISECONDS);
                    cold.countDown();
                },
                cold::countDown);
        cold.await();
    }

    /**
     * Ends the loop and everything on it; waits up to two seconds for its thread, even if the
     * caller is interrupted.
     */
    @Override
    public void close() {
        closing = true;
        boolean interrupted = Thread.interrupted();
        Closer closer =
                new Closer()
                        .run(() -> client.close(CloseMode.IMMEDIATE))
                        .run(() -> client.awaitShutdown(TimeValue.ofSeconds(2)));
        EventLoopThread loop = thread;
        if (loop != null) {
            closer.run(() -> loop.join(2_000));
        }
        if (wakePeer != null) {
            closer.run(wakePeer::close);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        closer.rethrow();
    }

    /** Builds HttpClient's pool with our connection operator. */
    private static final class Pool extends PoolingAsyncClientConnectionManagerBuilder {

        private final AsyncDnsResolver resolver;
        private final ReactorConnector.Scheduler scheduler;
        private final Function<String, @Nullable TrackedConnection> tracked;

        Pool(
                AsyncDnsResolver resolver,
                SSLContext ssl,
                int maxConnections,
                ReactorConnector.Scheduler scheduler,
                Function<String, @Nullable TrackedConnection> tracked) {
            this.resolver = resolver;
            this.scheduler = scheduler;
            this.tracked = tracked;
            setTlsStrategy(ClientTlsStrategyBuilder.create().setSslContext(ssl).buildAsync());
            setMaxConnTotal(maxConnections);
            setDefaultTlsConfig(
                    TlsConfig.custom().setVersionPolicy(HttpVersionPolicy.FORCE_HTTP_1).build());
            setDefaultConnectionConfig(
                    ConnectionConfig.custom()
                            .setConnectTimeout(Timeout.DISABLED)
                            .setSocketTimeout(Timeout.DISABLED)
                            .build());
        }

        @Override
        protected AsyncClientConnectionOperator createConnectionOperator(
                TlsStrategy tls, SchemePortResolver ports, DnsResolver ignored) {
            return new AsyncDnsConnectionOperator(
                    answers ->
                            super.createConnectionOperator(
                                    new RecordingTlsStrategy(tls), ports, answers),
                    new ResponseHandlerInstaller(http1(), tracked),
                    resolver,
                    scheduler);
        }
    }
}
