package dev.overlap.engine.http;

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
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Opens connections for the async client, with the name looked up off the loop.
 *
 * <p>Problem, seen with HttpClient 5.6.5: its own operator resolves synchronously, on the thread
 * that asks for the request or, if the request waited for the pool or is a redirect, on the loop. A
 * slow name server then stops every task; a name that does not exist makes waiting requests fail
 * recursively in one stack.
 *
 * <p>Remedy: look up on a {@link AsyncDnsResolver} thread; then let the operator of HttpClient
 * connect on that thread, with a resolver that hands it the answer, so that its fail-over between
 * addresses stays. It only starts a connect there; the loop does it.
 *
 * <p>The types are public but marked internal in HttpClient: this class alone touches them.
 */
final class AsyncDnsConnectionOperator implements AsyncClientConnectionOperator {

    /** The answer for the operator of HttpClient, on the thread that calls it. */
    private static final ThreadLocal<@Nullable List<InetAddress>> ANSWER = new ThreadLocal<>();

    private final AsyncClientConnectionOperator operator;
    private final AsyncDnsResolver resolver;
    private final Runnable wakeLoop;

    /**
     * @param operator makes HttpClient's own operator over a resolver
     * @param wakeLoop makes the loop look once more at what it has to do
     */
    AsyncDnsConnectionOperator(
            Function<DnsResolver, AsyncClientConnectionOperator> operator,
            AsyncDnsResolver resolver,
            Runnable wakeLoop) {
        this.operator = operator.apply(new Answers());
        this.resolver = resolver;
        this.wakeLoop = wakeLoop;
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
        ComplexFuture<ManagedAsyncClientConnection> future = new ComplexFuture<>(callback);
        FutureCallback<ManagedAsyncClientConnection> forward =
                new Forward(future, exchangeRecorder);
        Runnable open =
                () ->
                        future.setDependency(
                                operator.connect(
                                        new TlsAware(initiator, exchangeRecorder, wakeLoop),
                                        host,
                                        unixSocket,
                                        endpoint,
                                        local,
                                        timeout,
                                        attachment,
                                        context,
                                        forward));
        if (AsyncDnsResolver.isLiteral(host.getHostName())) {
            exchangeRecorder.connecting();
            open.run();
        } else {
            lookUp(host, exchangeRecorder, future, open);
        }
        return future;
    }

    private void lookUp(
            HttpHost host,
            ExchangeRecorder exchangeRecorder,
            ComplexFuture<ManagedAsyncClientConnection> future,
            Runnable open) {
        var answer = resolver.begin(host.getHostName(), exchangeRecorder);
        future.setDependency(answer);
        var _ =
                answer.whenComplete(
                        (addresses, failure) -> {
                            if (failure == null) {
                                with(addresses, open, future);
                            } else if (!(failure instanceof CancellationException)) {
                                future.failed(
                                        failure instanceof Exception e
                                                ? e
                                                : new CompletionException(failure));
                            }
                        });
    }

    private static void with(
            List<InetAddress> addresses,
            Runnable open,
            ComplexFuture<ManagedAsyncClientConnection> future) {
        if (future.isDone()) {
            return;
        }
        ANSWER.set(addresses);
        try {
            open.run();
        } catch (RuntimeException e) {
            future.failed(e);
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

    /** Hands the operator of HttpClient what was looked up for it. */
    private static final class Answers implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            List<InetAddress> known = ANSWER.get();
            // without an answer it is an address in figures: the system asks nobody for it
            return known == null
                    ? InetAddress.getAllByName(host)
                    : known.toArray(InetAddress[]::new);
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }

    /**
     * Passes a connect on, and marks the stack in which its completion runs: TLS is started there,
     * by a hook that has no context of its own.
     */
    private record TlsAware(
            ConnectionInitiator initiator, ExchangeRecorder recorder, Runnable wakeLoop)
            implements ConnectionInitiator {

        @Override
        public Future<IOSession> connect(
                NamedEndpoint endpoint,
                SocketAddress remote,
                @Nullable SocketAddress local,
                @Nullable Timeout timeout,
                @Nullable Object attachment,
                FutureCallback<IOSession> callback) {
            return initiator.connect(
                    endpoint,
                    remote,
                    local,
                    timeout,
                    attachment,
                    new OnLoop<>(callback, recorder, wakeLoop));
        }
    }

    /**
     * Runs a callback as a slice of the loop that belongs to the task.
     *
     * <p>Problem, seen with HttpCore 5.4: where no socket can be opened, for want of a file
     * descriptor say, the reactor fails that one connect and leaves the others in its queue until
     * something else wakes it, or its select interval is over: 200 of them took 10 s. Remedy: a
     * connect that fails wakes it.
     */
    private record OnLoop<T>(
            FutureCallback<T> callback, ExchangeRecorder recorder, Runnable wakeLoop)
            implements FutureCallback<T> {

        @Override
        public void completed(T result) {
            run(() -> callback.completed(result));
        }

        @Override
        public void failed(Exception cause) {
            run(() -> callback.failed(cause));
            wakeLoop.run();
        }

        @Override
        public void cancelled() {
            run(callback::cancelled);
        }

        private void run(Runnable body) {
            EventLoopThread loop = EventLoopThread.current();
            if (loop == null) {
                body.run();
                return;
            }
            loop.enter(recorder.task());
            loop.connecting(recorder);
            try {
                body.run();
            } finally {
                loop.connecting(null);
                loop.leave();
            }
        }
    }

    private record Forward(
            ComplexFuture<ManagedAsyncClientConnection> future, ExchangeRecorder recorder)
            implements FutureCallback<ManagedAsyncClientConnection> {

        @Override
        public void completed(ManagedAsyncClientConnection connection) {
            if (!future.completed(connection)) {
                connection.close(CloseMode.IMMEDIATE); // cancelled meanwhile
            }
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
