package dev.overlap.engine.process;

import dev.overlap.engine.task.Closer;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.security.MessageDigest;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
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

    /**
     * The maximum number of unauthenticated connections. Beyond it the oldest is closed, since the
     * process sends its token at once.
     */
    static final int MAX_PENDING = 64;

    private final ServerSocketChannel serverChannel;
    private final Selector selector;
    private final WorkerCredentials credentials;
    private final Queue<SocketChannel> pending = new ConcurrentLinkedQueue<>();

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
                admit(serverChannel.accept());
            } else if (authenticated == null && key.isValid()) {
                authenticated = authenticate(key);
            }
        }
        selector.selectedKeys().clear();
        return authenticated;
    }

    private void admit(@Nullable SocketChannel candidate) throws IOException {
        if (candidate == null) {
            return; // already closed again
        }
        if (pending.size() == MAX_PENDING) {
            close(pending.element());
        }
        pending.add(candidate);
        candidate.configureBlocking(false);
        ByteBuffer received = ByteBuffer.allocate(credentials.greeting().length);
        candidate.register(selector, SelectionKey.OP_READ, received);
    }

    /** Reads from a connection; returns it once it is authenticated, else null. */
    private @Nullable SocketChannel authenticate(SelectionKey key) throws IOException {
        SocketChannel candidate = (SocketChannel) key.channel();
        ByteBuffer received = (ByteBuffer) key.attachment();
        if (!hasReceivedAll(candidate, received)) {
            return null;
        }
        byte[] greeting = new byte[received.flip().remaining()];
        received.get(greeting);
        if (!MessageDigest.isEqual(greeting, credentials.greeting())) {
            close(candidate);
            return null;
        }
        key.cancel();
        pending.remove(candidate);
        candidate.configureBlocking(true);
        candidate.setOption(StandardSocketOptions.TCP_NODELAY, true);
        return candidate;
    }

    /** Reads; returns whether the greeting is complete. Drops a connection that was closed. */
    private boolean hasReceivedAll(SocketChannel candidate, ByteBuffer received)
            throws IOException {
        try {
            if (candidate.read(received) < 0) {
                close(candidate);
            }
        } catch (IOException e) { // reset by whoever connected, not by our process
            close(candidate);
        }
        return candidate.isOpen() && !received.hasRemaining();
    }

    private void close(SocketChannel candidate) throws IOException {
        pending.remove(candidate);
        candidate.close();
    }

    @Override
    public void close() {
        Throwable fault =
                new Closer()
                        .run(serverChannel::close)
                        .forEach(pending, SocketChannel::close)
                        .run(selector::close)
                        .fault();
        if (fault != null) {
            LOG.warn("the port for a worker process could not be closed", fault);
        }
    }
}
