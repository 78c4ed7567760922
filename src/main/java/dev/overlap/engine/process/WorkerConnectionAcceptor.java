package dev.overlap.engine.process;

import dev.overlap.engine.task.Closer;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetSocketAddress;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.function.BooleanSupplier;

/**
 * Accepts the connection of one worker process.
 *
 * <p>Problem: run and process need a channel that carries only their records. Standard output does
 * not qualify: the JVM writes to it what {@code JDK_JAVA_OPTIONS} and the like ask for, and any
 * library may too. The channel has to work on every system, leave no files however either side
 * ends, and admit nobody else.
 *
 * <p>So the channel is a connection on the loopback address, like those to the lab. Every user of
 * the machine can connect there; the process authenticates itself by first sending the token of the
 * {@link WorkerCredentials}. A connection that sends anything else is closed, and a silent one
 * delays nobody, since all are read concurrently. When either process ends, in whatever way, the
 * system closes the connection and the other one notices.
 *
 * <p>Rejected: a Unix domain socket, whose path is limited to about 100 characters, fewer than some
 * temporary folders have, and which a killed program does not remove; standard input and a named
 * pipe, which is something else on Windows.
 *
 * <p>Threads: only one accepts; any may close.
 */
final class WorkerConnectionAcceptor implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WorkerConnectionAcceptor.class);

    /** The interval at which to check whether the process is still alive. */
    private static final long CHECK_MILLIS = 100;

    private final ServerSocketChannel serverChannel;
    private final Selector selector;
    private final WorkerCredentials credentials;
    private final UnauthenticatedConnections unauthenticated;

    private WorkerConnectionAcceptor(ServerSocketChannel serverChannel, Selector selector)
            throws IOException {
        this.serverChannel = serverChannel;
        this.selector = selector;
        serverChannel.bind(new InetSocketAddress(WorkerCredentials.LOOPBACK, 0));
        serverChannel.configureBlocking(false);
        serverChannel.register(selector, SelectionKey.OP_ACCEPT);
        credentials =
                WorkerCredentials.to(
                        ((InetSocketAddress) serverChannel.getLocalAddress()).getPort());
        unauthenticated = new UnauthenticatedConnections(credentials.greeting(), selector);
    }

    /** Listens on a free port. */
    static WorkerConnectionAcceptor open() throws IOException {
        ServerSocketChannel serverChannel = ServerSocketChannel.open();
        try {
            Selector selector = Selector.open();
            try {
                return new WorkerConnectionAcceptor(serverChannel, selector);
            } catch (IOException | RuntimeException e) {
                selector.close();
                throw e;
            }
        } catch (IOException | RuntimeException e) {
            serverChannel.close();
            throw e;
        }
    }

    /** Returns the credentials to hand to the process. */
    WorkerCredentials credentials() {
        return credentials;
    }

    /**
     * Waits for the process to connect, and then stops listening.
     *
     * @param isAlive whether the process may still connect
     * @throws InterruptedIOException if the caller was interrupted; it stays interrupted
     * @throws IOException if the process ended first, or this was closed
     */
    SocketChannel accept(BooleanSupplier isAlive) throws IOException {
        try {
            while (isAlive.getAsBoolean()) {
                selector.select(CHECK_MILLIS);
                if (Thread.currentThread().isInterrupted()) {
                    throw new InterruptedIOException("interrupted while it waited for a process");
                }
                SocketChannel authenticated = processSelected();
                if (authenticated != null) {
                    return authenticated;
                }
            }
            throw new IOException("the process ended before it connected");
        } catch (ClosedSelectorException | CancelledKeyException e) {
            throw new IOException("the acceptor was closed", e);
        } finally {
            close();
        }
    }

    private @Nullable SocketChannel processSelected() throws IOException {
        SocketChannel authenticated = null;
        for (SelectionKey key : selector.selectedKeys()) {
            if (key.isValid() && key.isAcceptable()) {
                unauthenticated.admit(serverChannel.accept());
            } else if (authenticated == null && key.isValid()) {
                authenticated = unauthenticated.authenticate(key);
            }
        }
        selector.selectedKeys().clear();
        return authenticated;
    }

    @Override
    public void close() {
        Throwable fault =
                new Closer()
                        .run(serverChannel::close)
                        .run(unauthenticated::close)
                        .run(selector::close)
                        .fault();
        if (fault != null) {
            LOG.warn("the port for a worker process could not be closed", fault);
        }
    }
}
