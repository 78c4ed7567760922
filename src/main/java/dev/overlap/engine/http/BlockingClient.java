package dev.overlap.engine.http;

import dev.overlap.engine.connect.ConnectRace;
import dev.overlap.engine.connect.SocketConnector;
import dev.overlap.engine.request.BodyByteCounter;
import dev.overlap.engine.request.HttpExchangeRequest;
import dev.overlap.engine.request.ResponseHead;
import dev.overlap.engine.request.UserAgent;
import dev.overlap.engine.task.Closer;
import dev.overlap.httpcore.ResponseRules;
import dev.overlap.plan.ConnectionSettings;
import dev.overlap.trace.ConnectionLimit;

import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.SchemePortResolver;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.ConnectionEndpoint;
import org.apache.hc.client5.http.io.HttpClientConnectionOperator;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
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
 * HttpClient's classic client, observed through its public extension points. Only this class knows
 * how they fit together.
 *
 * <table>
 * <caption>Which hook records which instant; all run on the calling thread unless noted</caption>
 * <tr><th>start of</th><th>hook</th></tr>
 * <tr><td>LEASE</td><td>exec interceptor before CONNECT</td></tr>
 * <tr><td>DNS</td><td>{@link AsyncDnsResolver}, around the resolver, on its thread</td></tr>
 * <tr><td>CONNECT</td><td>{@link ConnectRace}, before its first attempt</td></tr>
 * <tr><td>an attempt</td><td>{@link SocketConnector}, around the connect, on its thread</td></tr>
 * <tr><td>TLS</td><td>{@link BlockingConnectionOperator}, before the handshake</td></tr>
 * <tr><td>SEND</td><td>{@link RecordingRequestExecutor}, begin</td></tr>
 * <tr><td>WAIT</td><td>{@link RecordingRequestExecutor}, before the flush of the request</td></tr>
 * <tr><td>RECEIVE</td><td>{@link RecordingRequestExecutor}, the first byte is readable</td></tr>
 * <tr><td>what follows</td><td>{@link RecordingExecRuntime}, before the connection returns to the
 * pool</td></tr>
 * </table>
 *
 * <p>Threads: {@link #exchange} blocks until the response is complete; any number of threads may
 * call it concurrently.
 */
final class BlockingClient implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BlockingClient.class);

    /**
     * A placeholder that is replaced at once: not every URL that can be requested is a {@link URI}.
     */
    private static final URI NO_URI = URI.create("/");

    private final PoolingHttpClientConnectionManager connections;
    private final PerRouteLimits limits;
    private final CloseableHttpClient client;

    /**
     * Builds a client that passes a gate before it asks its pool for a connection.
     *
     * @param timer starts the attempt to connect to the next address of a name
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
                        .setConnectionReuseStrategy(ResponseRules.REUSE)
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
                                    lease(scope, gate);
                                    return chain.proceed(request, scope);
                                })
                        .build();
    }

    private void lease(ExecChain.Scope scope, ConnectionGate gate) throws IOException {
        ExchangeRecorder exchangeRecorder = ExchangeRecorder.of(scope.clientContext);
        ConnectionLimit limit = limits.apply(scope.route);
        exchangeRecorder.leasing(limit);
        gate.pass(exchangeRecorder.execution(), limit);
        if (exchangeRecorder.needsFreshConnection()) {
            leaseFresh(scope);
        }
    }

    /** Idle connections may be as bad as the first one, so the chain opens a new one instead. */
    private static void leaseFresh(ExecChain.Scope scope) throws IOException {
        scope.execRuntime.acquireEndpoint(
                scope.exchangeId,
                scope.route,
                scope.clientContext.getUserToken(),
                scope.clientContext);
        scope.execRuntime.disconnectEndpoint();
    }

    /**
     * Makes one exchange and blocks until the response is complete. Stopping the task closes its
     * connection, which ends the wait.
     *
     * @throws IOException if the exchange failed or was stopped
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
     * Opens connections to a host before the first request; those that fail are omitted.
     *
     * @param discarded receives what the hooks record
     */
    void open(HttpHost host, int count, Timeout atMost, ExchangeRecorder discarded)
            throws InterruptedException {
        HttpRoute route = limits.routeTo(host);
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
            endpoint.close(CloseMode.IMMEDIATE); // or the pool would lease it as an open one
            LOG.debug("a connection could not be opened ahead; its task will say why", e);
        }
    }

    /** Closes all idle connections, so that the next exchange finds an empty pool. */
    void cool() {
        connections.closeIdle(TimeValue.ZERO_MILLISECONDS);
    }

    /** Closes all connections; threads that wait on one get an exception. */
    @Override
    public void close() {
        new Closer()
                .run(() -> connections.close(CloseMode.IMMEDIATE))
                .run(() -> client.close(CloseMode.IMMEDIATE))
                .rethrow();
    }

    /** Builds HttpClient's pool with our connection operator and {@link KeptConnection}s. */
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
            setConnectionFactory(_ -> KeptConnection.unbound(AsyncClient.http1()));
            setDefaultConnectionConfig(
                    ConnectionConfig.custom()
                            .setConnectTimeout(Timeout.DISABLED)
                            .setSocketTimeout(Timeout.DISABLED)
                            .setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS)
                            .build());
        }

        @Override
        protected HttpClientConnectionOperator createConnectionOperator(
                SchemePortResolver ports, DnsResolver ignored, TlsSocketStrategy tls) {
            return new BlockingConnectionOperator(resolver, ports, tls, timer);
        }
    }
}
