package dev.overlap.lab;

import org.apache.hc.core5.http.nio.ssl.TlsStrategy;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.DefaultListeningIOReactor;
import org.apache.hc.core5.reactor.EndpointParameters;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.reactor.ListenerEndpoint;
import org.apache.hc.core5.util.TimeValue;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;

/**
 * HttpCore's server on one port, with one thread that accepts connections and one that serves all
 * of them. It does not use {@code H2ServerBootstrap}, which allows neither naming the threads nor
 * observing their end.
 */
final class LabHttpServer {

    /** Not the JDK's loopback address, which may be the IPv6 one. */
    static final String LOOPBACK = "127.0.0.1";

    /** The kernel may cap it (on Linux: net.core.somaxconn). */
    private static final int BACKLOG = 8192;

    private static final String ACCEPT = "-accept";
    private static final IOReactorConfig CONFIG =
            IOReactorConfig.custom()
                    .setIoThreadCount(1)
                    .setSelectInterval(TimeValue.ofMilliseconds(50))
                    .setTcpNoDelay(true)
                    .setSoReuseAddress(true)
                    .setBacklogSize(BACKLOG)
                    .build();

    private final Protocol protocol;
    private final OpenConnections connections = new OpenConnections();
    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private final DefaultListeningIOReactor reactor;
    private volatile @Nullable Exception acceptFailure;

    /**
     * @param tls the TLS strategy; null for plain text
     * @param acceptEnded called by the accepting thread as the last thing before it ends
     */
    LabHttpServer(
            Protocol protocol,
            @Nullable TlsStrategy tls,
            LabContext lab,
            Consumer<? super LabHttpServer> acceptEnded) {
        this.protocol = protocol;
        reactor =
                new DefaultListeningIOReactor(
                        ProtocolHandlers.of(protocol, tls, lab, connections),
                        CONFIG,
                        threads("-loop", this::end),
                        threads(ACCEPT, () -> acceptEnded.accept(this)),
                        PeerCloseAwareSession::new,
                        this::failed,
                        connections,
                        session -> session.close(CloseMode.IMMEDIATE));
    }

    private ThreadFactory threads(String role, Runnable ended) {
        String name = "lab-" + protocol.word() + role;
        return task -> {
            Thread thread =
                    Thread.ofPlatform().daemon().name(name).unstarted(() -> run(task, ended));
            threads.add(thread);
            return thread;
        };
    }

    private static void run(Runnable task, Runnable ended) {
        try {
            task.run();
        } finally {
            ended.run();
        }
    }

    /**
     * Starts to listen on the loopback address.
     *
     * @return the port number
     */
    int listen(int port) throws IOException {
        reactor.start();
        var address = new InetSocketAddress(InetAddress.ofLiteral(LOOPBACK), port);
        var parameters =
                new EndpointParameters(
                        protocol.scheme(), address.getHostString(), port, protocol.policy());
        try {
            ListenerEndpoint endpoint = reactor.listen(address, parameters, null).get();
            return ((InetSocketAddress) endpoint.getAddress()).getPort();
        } catch (ExecutionException | CancellationException e) {
            throw new IOException(
                    "The lab cannot listen on port %d of this machine: it is taken or not allowed."
                            .formatted(port),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("The lab was interrupted while it opened a port.");
        }
    }

    /** Returns the number of open connections. */
    int connections() {
        return connections.count();
    }

    private void failed(Exception cause) {
        if (Thread.currentThread().getName().endsWith(ACCEPT)) {
            acceptFailure = cause;
        }
    }

    /** Returns why it no longer accepts connections, in the words of the system. */
    String reason() {
        Exception cause = acceptFailure;
        return cause == null ? "its thread ended" : String.valueOf(cause.getMessage());
    }

    /** Closes everything at once; may be called from any thread, including its own. */
    void end() {
        reactor.close(CloseMode.IMMEDIATE);
    }

    /** Waits until its threads have ended, except for the calling thread. */
    void join(long millis) throws InterruptedException {
        for (Thread thread : threads) {
            if (thread != Thread.currentThread()) {
                thread.join(millis);
            }
        }
    }
}
