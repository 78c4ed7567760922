package dev.overlap.engine.http;

import dev.overlap.engine.connect.ConnectRace;
import dev.overlap.engine.connect.SocketConnector;
import dev.overlap.engine.request.BodyByteCounter;
import dev.overlap.engine.request.HttpExchangeRequest;
import dev.overlap.engine.request.ResponseHead;
import dev.overlap.engine.request.UserAgent;
import dev.overlap.engine.task.Closer;
import dev.overlap.plan.ConnectionSettings;
import dev.overlap.trace.ConnectionLimit;

import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.SchemePortResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.ConnectionEndpoint;
import org.apache.hc.client5.http.io.HttpClientConnectionOperator;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParserFactory;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeoutException;

import javax.net.ssl.SSLContext;

/**
 * HttpClient's classic client, watched through its public seams. The only class that knows how they
 * fit together.
 *
 * <table>
 * <caption>Which hook tells which instant; all run on the calling thread but where it says so</caption>
 * <tr><th>begin of</th><th>hook</th></tr>
 * <tr><td>LEASE</td><td>exec interceptor before CONNECT</td></tr>
 * <tr><td>DNS</td><td>{@link AsyncDnsResolver}, around the resolver, on its thread</td></tr>
 * <tr><td>CONNECT</td><td>{@link ConnectRace}, before its first attempt</td></tr>
 * <tr><td>an attempt</td><td>{@link SocketConnector}, around the connect, on its thread</td></tr>
 * <tr><td>TLS</td><td>{@link BlockingConnectionOperator}, before the handshake</td></tr>
 * <tr><td>SEND</td><td>{@link RecordingRequestExecutor}, begin</td></tr>
 * <tr><td>WAIT</td><td>{@link RecordingRequestExecutor}, before the flush of the request</td></tr>
 * <tr><td>RECEIVE</td><td>{@link RecordingRequestExecutor}, the first byte is readable</td></tr>
 * <tr><td>what follows</td><td>{@link RecordingExecRuntime}, before the pool gets the connection back</td></tr>
 * </table>
 *
 * <p>Threads: {@link #exchange} blocks its caller until the reply is whole; any number of threads
 * may be in it.
 */
final class BlockingClient implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BlockingClient.class);

    /** Replaced by its parts at once: not every URL that can be asked for is a {@link URI}. */
    private static final URI NO_URI = URI.create("/");

    private final PoolingHttpClientConnectionManager connections;
    private final PerRouteLimits limits;
    private final CloseableHttpClient client;

    /**
     * A client that passes a gate before it asks its pool.
     *
     * @param timer tells when the next address of a name is to be tried
     */
    BlockingClient(
            AsyncDnsResolver resolver,
            ScheduledExecutorService timer,
            SSLContext ssl,
            ConnectionSettings settings,
            ConnectionGate gate) {
        connections = new Pool(resolver, timer, ssl, settings.limit()).build();
        limits = new PerRouteLimits(settings, connections);
        client =
                HttpClients.custom()
                        .setConnectionManager(connections)
                        .setRequestExecutor(new RecordingRequestExecutor())
                        .setDefaultRequestConfig(AsyncClient.requests())
                        .setUserAgent(UserAgent.VALUE)
                        .disableRedirectHandling()
                        .disableAutomaticRetries()
                        .disableCookieManagement()
                        .disableAuthCaching()
                        .disableContentCompression()
                        .addExecInterceptorFirst(
                                "release",
                                (request, scope, chain) ->
                                        chain.proceed(request, RecordingExecRuntime.in(scope)))
                        .addExecInterceptorBefore(
                                ChainElement.CONNECT.name(),
                                "lease",
                                (request, scope, chain) -> {
                                    ExchangeRecorder exchangeRecorder =
                                            ExchangeRecorder.of(scope.clientContext);
                                    ConnectionLimit limit = limits.apply(scope.route);
                                    exchangeRecorder.leasing(limit);
                                    gate.pass(exchangeRecorder.execution(), limit);
                                    return chain.proceed(request, scope);
                                })
                        .build();
    }

    /**
     * Makes one exchange and blocks until the reply is whole. Stopping the task closes its
     * connection, which ends the wait.
     *
     * @throws IOException if it failed or was stopped
     */
    ResponseHead exchange(ExchangeRecorder exchangeRecorder, HttpExchangeRequest request)
            throws IOException {
        HttpUriRequestBase asked = asked(request);
        exchangeRecorder.execution().onStop(asked::cancel);
        return client.execute(
                request.host(),
                asked,
                exchangeRecorder.context(),
                response -> read(response, exchangeRecorder, asked));
    }

    private static HttpUriRequestBase asked(HttpExchangeRequest request) {
        HttpUriRequestBase asked = new HttpUriRequestBase(request.method().name(), NO_URI);
        asked.setScheme(request.url().scheme());
        asked.setAuthority(request.authority());
        asked.setPath(request.url().target());
        asked.addHeader("Accept-Encoding", "gzip");
        if (request.authorization() != null) {
            asked.addHeader("Authorization", request.authorization());
        }
        return asked;
    }

    private static ResponseHead read(
            ClassicHttpResponse response,
            ExchangeRecorder exchangeRecorder,
            HttpUriRequestBase asked)
            throws IOException {
        ResponseHead reply = ResponseHead.of(response);
        BodyByteCounter meter = exchangeRecorder.replied(reply);
        try {
            count(response.getEntity(), meter);
        } catch (IOException | RuntimeException e) {
            asked.abort(); // or the client would read the rest of the body to save the connection
            throw e;
        } finally {
            meter.close();
        }
        exchangeRecorder.received(meter);
        return reply;
    }

    private static void count(@Nullable HttpEntity entity, BodyByteCounter meter)
            throws IOException {
        if (entity == null) {
            return;
        }
        try (InputStream body = entity.getContent()) {
            byte[] chunk = new byte[8192];
            for (int n = body.read(chunk); n >= 0; n = body.read(chunk)) {
                meter.count(chunk, n);
            }
        }
        meter.end();
    }

    /**
     * Opens connections to a host, sends nothing, and leaves them in the pool. Those that fail are
     * missing there.
     *
     * @param discarded is told what the hooks see
     */
    void open(HttpHost host, int count, Timeout atMost, ExchangeRecorder discarded)
            throws InterruptedException {
        HttpRoute route = HttpRoutes.to(host);
        ConnectionLimit _ = limits.apply(route);
        List<ConnectionEndpoint> leased = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < count; i++) {
                ConnectionEndpoint endpoint = lease(route, i);
                leased.add(endpoint);
                Future<?> _ = threads.submit(() -> connect(endpoint, atMost, discarded));
            }
        }
        new Closer()
                .forEach(
                        leased,
                        each -> connections.release(each, null, TimeValue.NEG_ONE_MILLISECOND))
                .rethrow();
    }

    private ConnectionEndpoint lease(HttpRoute route, int number) throws InterruptedException {
        try {
            return connections
                    .lease("warm-" + number, route, Timeout.DISABLED, null)
                    .get(Timeout.DISABLED);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("a pool with free places leases at once", e);
        }
    }

    private void connect(ConnectionEndpoint endpoint, Timeout atMost, ExchangeRecorder discarded) {
        try {
            connections.connect(endpoint, atMost, discarded.context());
        } catch (IOException e) {
            endpoint.close(CloseMode.IMMEDIATE); // or the pool would hand it out as an open one
            LOG.debug("a connection could not be opened ahead; its task will say why", e);
        }
    }

    /**
     * Closes every connection that carries nothing, so that the next exchange meets a cold pool.
     */
    void cool() {
        connections.closeIdle(TimeValue.ZERO_MILLISECONDS);
    }

    /** Closes every connection; whoever waits on one gets an exception. */
    @Override
    public void close() {
        new Closer()
                .run(() -> connections.close(CloseMode.IMMEDIATE))
                .run(() -> client.close(CloseMode.IMMEDIATE))
                .rethrow();
    }

    /** HttpClient's pool, with our operator inside. */
    private static final class Pool extends PoolingHttpClientConnectionManagerBuilder {

        private final AsyncDnsResolver resolver;
        private final ScheduledExecutorService timer;

        Pool(
                AsyncDnsResolver resolver,
                ScheduledExecutorService timer,
                SSLContext ssl,
                int mostConnections) {
            this.resolver = resolver;
            this.timer = timer;
            setTlsSocketStrategy(
                    ClientTlsStrategyBuilder.create().setSslContext(ssl).buildClassic());
            setMaxConnTotal(mostConnections);
            setConnectionFactory(
                    ManagedHttpClientConnectionFactory.builder()
                            .http1Config(AsyncClient.http1())
                            // the default one skips what is not HTTP; the async client does not
                            .responseParserFactory(
                                    new DefaultHttpResponseParserFactory(AsyncClient.http1()))
                            .build());
            setDefaultConnectionConfig(
                    ConnectionConfig.custom()
                            .setConnectTimeout(Timeout.DISABLED)
                            .setSocketTimeout(Timeout.DISABLED)
                            .build());
        }

        @Override
        protected HttpClientConnectionOperator createConnectionOperator(
                SchemePortResolver ports, DnsResolver ignored, TlsSocketStrategy tls) {
            return new BlockingConnectionOperator(resolver, ports, tls, timer);
        }
    }
}
