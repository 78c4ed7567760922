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
 * Opens connections for the async client, with the name looked up off the loop and its addresses
 * racing.
 *
 * <p>Problem, seen with HttpClient 5.6.5: its own operator resolves synchronously, on the thread
 * that asks for the request or, if the request waited for the pool or is a redirect, on the loop. A
 * slow name server then stops every task; a name that does not exist makes waiting requests fail
 * recursively in one stack. And it waits for one address to fail before it tries the next.
 *
 * <p>Remedy: look up on a {@link AsyncDnsResolver} thread; then let the operator of HttpClient
 * connect on that thread, with a resolver that hands it one address, and an initiator that tries
 * all of them by a {@link ConnectRace}. It only starts a connect there; the loop does it.
 *
 * <p>The types are public but marked internal in HttpClient: this class alone touches them.
 */
final class AsyncDnsConnectionOperator implements AsyncClientConnectionOperator {

    /** The answer for the operator of HttpClient, on the thread that calls it. */
    private static final ThreadLocal<@Nullable List<InetAddress>> ANSWER = new ThreadLocal<>();

    private final AsyncClientConnectionOperator operator;
    private final AsyncDnsResolver resolver;
    private final ReactorConnector.Scheduler scheduler;

    /**
     * @param operator makes HttpClient's own operator over a resolver
     */
    AsyncDnsConnectionOperator(
            Function<DnsResolver, AsyncClientConnectionOperator> operator,
            AsyncDnsResolver resolver,
            ReactorConnector.Scheduler scheduler) {
        this.operator = operator.apply(new Answers());
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
        ExchangeRecorder exchangeRecorder = ExchangeRecorder.of(context);
        PendingConnection opening = new PendingConnection(callback);
        Connect connect =
                addresses ->
                        operator.connect(
                                new Racing(
                                        initiator, addresses, opening, exchangeRecorder, scheduler),
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
            lookUp(host, exchangeRecorder, opening, connect);
        }
        return opening.future;
    }

    /** What the operator of HttpClient is to be asked, once the addresses are known. */
    private interface Connect {

        /**
         * @param addresses none for a host that is an address
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
        } catch (Throwable e) { // nobody above this would tell the task
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

    /** Hands the operator of HttpClient an address that was looked up for it: one is enough. */
    private static final class Answers implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            List<InetAddress> known = ANSWER.get();
            // without an answer it is an address in figures: the system asks nobody for it
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
     * Connects to whichever of the addresses answers first, where it is asked for one.
     *
     * @param addresses none if there is only the one that it is asked for
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
     * A connection while it is being opened.
     *
     * <p>Problem, seen with HttpClient 5.6.5: a cancel that comes while TCP is up and TLS is not
     * leaves the socket open. And HttpCore's future may lose the step that it depends on to a
     * cancel at the same instant. Remedy: what there is to cancel is kept here, and looked at from
     * both sides.
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

        /** From now on this is under way. */
        void waitsFor(Future<?> next) {
            step = next;
            closeIfCancelled();
        }

        /** TCP is up from the completion of this on. */
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
