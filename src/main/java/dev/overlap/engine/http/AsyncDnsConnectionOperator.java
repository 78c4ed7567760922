package dev.overlap.engine.http;

import dev.overlap.engine.connect.ConnectRace;

import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.nio.AsyncClientConnectionOperator;
import org.apache.hc.client5.http.nio.ManagedAsyncClientConnection;
import org.apache.hc.core5.concurrent.ComplexFuture;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.net.NamedEndpoint;
import org.apache.hc.core5.reactor.ConnectionInitiator;
import org.apache.hc.core5.reactor.IOSession;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Opens connections for the async client, looking up names off the loop and racing their addresses.
 *
 * <p>Problem, seen with HttpClient 5.6.5: its own operator resolves synchronously, on the thread
 * that makes the request or, if the request waited for the pool or is a redirect, on the loop. A
 * slow name server then blocks every task, and an unknown name makes waiting requests fail
 * recursively in one stack. It also tries the next address only when the previous one has failed.
 *
 * <p>Solution: look up on an {@link AsyncDnsResolver} thread, then let HttpClient's operator
 * connect on that thread, with a resolver that returns a single address and an initiator that tries
 * all of them in a {@link ConnectRace}. The connect is only started there; the loop carries it out.
 *
 * <p>The types are public but marked internal in HttpClient, so only this class uses them.
 */
final class AsyncDnsConnectionOperator implements AsyncClientConnectionOperator {

    /** The addresses for HttpClient's operator, on the thread that calls it. */
    private static final ThreadLocal<@Nullable List<InetAddress>> ANSWER = new ThreadLocal<>();

    private final AsyncClientConnectionOperator operator;
    private final ResponseHandlerInstaller installer;
    private final AsyncDnsResolver resolver;
    private final ReactorConnector.Scheduler scheduler;

    /**
     * @param operator creates HttpClient's own operator for a resolver
     * @param installer gives each connection its handler
     */
    AsyncDnsConnectionOperator(
            Function<DnsResolver, AsyncClientConnectionOperator> operator,
            ResponseHandlerInstaller installer,
            AsyncDnsResolver resolver,
            ReactorConnector.Scheduler scheduler) {
        this.operator = operator.apply(new Answers());
        this.installer = installer;
        this.resolver = resolver;
        this.scheduler = scheduler;
    }

    @Override
    public Future<ManagedAsyncClientConnection> connect(
            ConnectionInitiator initiator,
            HttpHost host,
            @Nullable Path unixSocket,
            @Nullable NamedEndpoint endpoint,
            @Nullable SocketAddress local,
            @Nullable Timeout timeout,
            @Nullable Object attachment,
            HttpContext context,
            FutureCallback<ManagedAsyncClientConnection> callback) {
        ConnectionInitiator installing = installer.around(initiator);
        ExchangeRecorder recorder = ExchangeRecorder.of(context);
        PendingConnection opening = new PendingConnection(callback);
        Connect connect =
                addresses ->
                        operator.connect(
                                new Racing(installing, addresses, opening, recorder, scheduler),
                                host,
                                unixSocket,
                                endpoint,
                                local,
                                timeout,
                                attachment,
                                context,
                                opening);
        if (AsyncDnsResolver.isLiteral(host.getHostName())) {
            opening.waitsFor(connect.to(List.of()));
        } else {
            lookUp(host, recorder, opening, connect);
        }
        return opening.future;
    }

    /** Calls HttpClient's operator once the addresses are known. */
    private interface Connect {

        /**
         * @param addresses empty if the host is an address
         */
        Future<ManagedAsyncClientConnection> to(List<InetAddress> addresses);
    }

    private void lookUp(
            HttpHost host,
            ExchangeRecorder exchangeRecorder,
            PendingConnection opening,
            Connect connect) {
        var answer = resolver.begin(host.getHostName(), exchangeRecorder);
        opening.waitsFor(answer);
        var _ =
                answer.whenComplete(
                        (addresses, failure) -> {
                            if (failure == null) {
                                connect(addresses, opening, connect);
                            } else if (!(failure instanceof CancellationException)) {
                                opening.failed(failure);
                            }
                        });
    }

    private static void connect(
            List<InetAddress> addresses, PendingConnection opening, Connect connect) {
        if (opening.future.isDone()) {
            return;
        }
        ANSWER.set(addresses);
        try {
            opening.waitsFor(connect.to(addresses));
        } catch (Throwable e) { // no caller would report it to the task
            opening.failed(e);
        } finally {
            ANSWER.remove();
        }
    }

    @Override
    public Future<ManagedAsyncClientConnection> connect(
            ConnectionInitiator initiator,
            HttpHost host,
            @Nullable SocketAddress local,
            @Nullable Timeout timeout,
            @Nullable Object attachment,
            FutureCallback<ManagedAsyncClientConnection> callback) {
        throw new IllegalStateException("HttpClient 5.6 connects with a context");
    }

    @Override
    public void upgrade(
            ManagedAsyncClientConnection connection, HttpHost host, @Nullable Object attachment) {
        operator.upgrade(connection, host, attachment);
    }

    @Override
    public void upgrade(
            ManagedAsyncClientConnection connection,
            HttpHost host,
            @Nullable NamedEndpoint endpoint,
            @Nullable Object attachment,
            @Nullable HttpContext context,
            @Nullable FutureCallback<ManagedAsyncClientConnection> callback) {
        operator.upgrade(connection, host, endpoint, attachment, context, callback);
    }

    /** Returns a known address to HttpClient's operator: one is enough. */
    private static final class Answers implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            List<InetAddress> known = ANSWER.get();
            // otherwise a numeric address, which the system does not look up
            return known == null
                    ? InetAddress.getAllByName(host)
                    : known.stream().limit(1).toArray(InetAddress[]::new);
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }

    /**
     * Connects to the first address that answers when asked to connect to one.
     *
     * @param addresses empty if there is only the requested one
     */
    private record Racing(
            ConnectionInitiator initiator,
            List<InetAddress> addresses,
            PendingConnection opening,
            ExchangeRecorder recorder,
            ReactorConnector.Scheduler scheduler)
            implements ConnectionInitiator {

        @Override
        public Future<IOSession> connect(
                NamedEndpoint endpoint,
                SocketAddress remote,
                @Nullable SocketAddress local,
                @Nullable Timeout timeout,
                @Nullable Object attachment,
                FutureCallback<IOSession> callback) {
            var target =
                    new ReactorConnector.Target(initiator, endpoint, local, timeout, attachment);
            ComplexFuture<IOSession> session = new ComplexFuture<>(opening.before(callback));
            new ConnectRace<>(
                            addresses((InetSocketAddress) remote),
                            new ReactorConnector(target, recorder, scheduler),
                            recorder,
                            session)
                    .start();
            return session;
        }

        private List<InetSocketAddress> addresses(InetSocketAddress remote) {
            return addresses.isEmpty()
                    ? List.of(remote)
                    : addresses.stream()
                            .map(address -> new InetSocketAddress(address, remote.getPort()))
                            .toList();
        }
    }

    /**
     * A connection that is being opened.
     *
     * <p>Problem, seen with HttpClient 5.6.5: a cancel between the TCP connect and the TLS
     * handshake leaves the socket open. Also, HttpCore's future may miss its dependent step if it
     * is cancelled at the same instant. Solution: keep everything that can be cancelled here, and
     * check it from both sides.
     */
    private static final class PendingConnection
            implements FutureCallback<ManagedAsyncClientConnection> {

        private final ComplexFuture<ManagedAsyncClientConnection> future;
        private volatile @Nullable Future<?> step;
        private volatile @Nullable IOSession session;

        PendingConnection(FutureCallback<ManagedAsyncClientConnection> callback) {
            future = new ComplexFuture<>(callback);
            future.setDependency(this::cancelSteps);
        }

        /** Sets the step that is now in progress. */
        void waitsFor(Future<?> next) {
            step = next;
            closeIfCancelled();
        }

        /**
         * Returns a callback that records the session once TCP is connected, then calls the given
         * one.
         */
        FutureCallback<IOSession> before(FutureCallback<IOSession> callback) {
            return new FutureCallback<>() {
                @Override
                public void completed(IOSession opened) {
                    session = opened;
                    if (closeIfCancelled()) {
                        callback.cancelled();
                    } else {
                        callback.completed(opened);
                    }
                }

                @Override
                public void failed(Exception cause) {
                    callback.failed(cause);
                }

                @Override
                public void cancelled() {
                    callback.cancelled();
                }
            };
        }

        private boolean closeIfCancelled() {
            return future.isCancelled() && cancelSteps();
        }

        private boolean cancelSteps() {
            Future<?> waiting = step;
            IOSession opened = session;
            if (waiting != null) {
                waiting.cancel(true);
            }
            if (opened != null && future.isCancelled()) {
                opened.close(CloseMode.IMMEDIATE);
            }
            return true;
        }

        @Override
        public void completed(ManagedAsyncClientConnection connection) {
            if (!future.completed(connection)) {
                connection.close(CloseMode.IMMEDIATE); // cancelled meanwhile
            }
        }

        void failed(Throwable cause) {
            failed(cause instanceof Exception e ? e : new CompletionException(cause));
        }

        @Override
        public void failed(Exception cause) {
            future.failed(cause);
        }

        @Override
        public void cancelled() {
            future.cancel();
        }
    }
}
