package dev.overlap.engine.http;

import dev.overlap.engine.connect.ConnectRace;
import dev.overlap.engine.connect.SocketConnector;
import dev.overlap.engine.task.Abort;
import dev.overlap.engine.task.Closer;
import dev.overlap.engine.task.TaskExecution;

import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SchemePortResolver;
import org.apache.hc.client5.http.impl.DefaultSchemePortResolver;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.io.DetachedSocketFactory;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.concurrent.ComplexFuture;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.net.NamedEndpoint;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;

/**
 * Opens connections for the blocking client: looks up the name with {@link AsyncDnsResolver}, races
 * its addresses, and leaves the rest, including TLS, to HttpClient's operator, which receives the
 * connected socket and its address.
 *
 * <p>Threads: {@link #connect} blocks its caller; stopping the task of its exchange ends the wait.
 */
final class BlockingConnectionOperator extends DefaultHttpClientConnectionOperator {

    /** The socket for HttpClient's operator, on the thread that calls it. */
    private static final ThreadLocal<@Nullable Socket> OPENED = new ThreadLocal<>();

    private final AsyncDnsResolver resolver;
    private final SchemePortResolver ports;
    private final ScheduledExecutorService timer;

    BlockingConnectionOperator(
            AsyncDnsResolver resolver,
            @Nullable SchemePortResolver ports,
            TlsSocketStrategy tls,
            ScheduledExecutorService timer) {
        super(
                new ConnectedSocketHolder(),
                ports,
                new ConnectedSocketHolder(),
                RegistryBuilder.<TlsSocketStrategy>create()
                        .register(URIScheme.HTTPS.id, tls)
                        .build());
        this.resolver = resolver;
        this.ports = ports == null ? DefaultSchemePortResolver.INSTANCE : ports;
        this.timer = timer;
    }

    @Override
    public void connect(
            ManagedHttpClientConnection connection,
            HttpHost host,
            NamedEndpoint endpoint,
            Path unixSocket,
            InetSocketAddress local,
            Timeout timeout,
            SocketConfig config,
            Object attachment,
            HttpContext context)
            throws IOException {
        ExchangeRecorder exchangeRecorder = ExchangeRecorder.of(context);
        Socket socket = open(addresses(host, exchangeRecorder), exchangeRecorder);
        OPENED.set(socket);
        try {
            throwIfStopped(exchangeRecorder);
            super.connect(
                    connection,
                    host,
                    endpoint,
                    unixSocket,
                    local,
                    timeout,
                    config,
                    attachment,
                    context);
            throwIfStopped(exchangeRecorder);
        } catch (IOException | RuntimeException | Error e) {
            new Closer(e).run(() -> connection.close(CloseMode.IMMEDIATE)).run(socket::close);
            throw e;
        } finally {
            OPENED.remove();
        }
    }

    private List<InetSocketAddress> addresses(HttpHost host, ExchangeRecorder exchangeRecorder)
            throws UnknownHostException {
        String name = host.getHostName();
        int port = ports.resolve(host.getSchemeName(), host);
        List<InetAddress> found =
                AsyncDnsResolver.isLiteral(name)
                        // numeric: the system does not look it up
                        ? Arrays.asList(InetAddress.getAllByName(name))
                        : resolver.await(name, exchangeRecorder, exchangeRecorder.execution());
        return found.stream().map(address -> new InetSocketAddress(address, port)).toList();
    }

    private Socket open(List<InetSocketAddress> addresses, ExchangeRecorder exchangeRecorder)
            throws IOException {
        TaskExecution execution = exchangeRecorder.execution();
        ComplexFuture<Socket> opened = new ComplexFuture<>(null);
        Abort outer = execution.onStop(() -> opened.cancel(true));
        try {
            new ConnectRace<>(
                            addresses,
                            SocketConnector.forAddresses(addresses.size(), timer),
                            exchangeRecorder,
                            opened)
                    .start();
            return result(opened);
        } finally {
            if (outer != null) {
                execution.onStop(outer);
            }
        }
    }

    private static Socket result(ComplexFuture<Socket> opened) throws IOException {
        try {
            return opened.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException cause -> throw cause;
                case RuntimeException cause -> throw cause;
                case null, default -> throw new IOException(e);
            }
        } catch (CancellationException e) {
            throw stopped();
        } catch (InterruptedException e) {
            opened.cancel(true);
            Thread.currentThread().interrupt();
            throw stopped();
        }
    }

    /**
     * Throws if the exchange was stopped. Seen with HttpClient 5: an abort while a connection is
     * opened may find nothing to close, or close it before it has its socket, which then stays
     * open.
     */
    private static void throwIfStopped(ExchangeRecorder exchangeRecorder)
            throws InterruptedIOException {
        if (exchangeRecorder.execution().isStopped()) {
            throw stopped();
        }
    }

    private static InterruptedIOException stopped() {
        return new InterruptedIOException("stopped while it was connecting");
    }

    @Override
    protected void onBeforeTlsHandshake(HttpContext context, HttpHost host) {
        ExchangeRecorder.of(context).shakingHands();
    }

    /** Returns the connected socket and its address to HttpClient's operator. */
    private static final class ConnectedSocketHolder implements DetachedSocketFactory, DnsResolver {

        private static Socket socket() {
            Socket opened = OPENED.get();
            if (opened == null) {
                throw new IllegalStateException("HttpClient 5.6 connects on the calling thread");
            }
            return opened;
        }

        @Override
        public Socket create(Proxy socks) {
            return socket();
        }

        @Override
        public InetAddress[] resolve(String host) {
            return new InetAddress[] {socket().getInetAddress()};
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }
}
