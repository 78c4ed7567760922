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
 * Where a run waits for one worker process to connect.
 *
 * <p>Problem: run and process need a channel that carries nothing but their records. Standard
 * output is none: a Java machine writes to it what {@code JDK_JAVA_OPTIONS} and its like ask for,
 * and so may any library. It has to work on every system, leave nothing behind, however either side
 * ends, and let nobody else in.
 *
 * <p>So the channel is a connection on the loopback address, as those to the lab are. Every user of
 * the machine can connect there; known is who says the token of the {@link WorkerCredentials}
 * first. A stranger who says something else is cut off, and one who says nothing holds nobody up,
 * since all are listened to at once. When either process ends, in whatever way, its system closes
 * the connection, and the other one notices.
 *
 * <p>Rejected: a Unix domain socket, whose path may have 100 characters, less than many a temporary
 * folder has, and which a killed program leaves behind; standard input and a named pipe, which is
 * something else on Windows.
 *
 * <p>Threads: one accepts; any may close.
 */
final class WorkerConnectionAcceptor implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WorkerConnectionAcceptor.class);

    /** How often it is asked whether there is still a process to wait for. */
    private static final long LOOK_MILLIS = 100;

    /**
     * Of more that have not said who they are, those that have kept silent longest are cut off: the
     * process speaks as soon as it comes.
     */
    static final int MAX_STRANGERS = 64;

    private final ServerSocketChannel door;
    private final Selector selector;
    private final WorkerCredentials ticket;
    private final Queue<SocketChannel> strangers = new ConcurrentLinkedQueue<>();

    private WorkerConnectionAcceptor(ServerSocketChannel door, Selector selector)
            throws IOException {
        this.door = door;
        this.selector = selector;
        door.bind(new InetSocketAddress(WorkerCredentials.LOOPBACK, 0));
        door.configureBlocking(false);
        door.register(selector, SelectionKey.OP_ACCEPT);
        ticket = WorkerCredentials.to(((InetSocketAddress) door.getLocalAddress()).getPort());
    }

    /** Listens on a free port. */
    static WorkerConnectionAcceptor open() throws IOException {
        ServerSocketChannel door = ServerSocketChannel.open();
        try {
            Selector selector = Selector.open();
            try {
                return new WorkerConnectionAcceptor(door, selector);
            } catch (IOException | RuntimeException e) {
                selector.close();
                throw e;
            }
        } catch (IOException | RuntimeException e) {
            door.close();
            throw e;
        }
    }

    /** What the process has to be told. */
    WorkerCredentials ticket() {
        return ticket;
    }

    /**
     * Waits for the process, and closes the door after it.
     *
     * @param isAlive whether it may still come
     * @throws InterruptedIOException if the caller was interrupted; it stays so
     * @throws IOException if it comes no more, or this was closed
     */
    SocketChannel accept(BooleanSupplier isAlive) throws IOException {
        try {
            while (isAlive.getAsBoolean()) {
                selector.select(LOOK_MILLIS);
                if (Thread.currentThread().isInterrupted()) {
                    throw new InterruptedIOException("interrupted while it waited for a process");
                }
                SocketChannel known = look();
                if (known != null) {
                    return known;
                }
            }
            throw new IOException("the process ended before it connected");
        } catch (ClosedSelectorException | CancelledKeyException e) {
            throw new IOException("nobody waits for the process any more", e);
        } finally {
            close();
        }
    }

    private @Nullable SocketChannel look() throws IOException {
        SocketChannel known = null;
        for (SelectionKey key : selector.selectedKeys()) {
            if (key.isValid() && key.isAcceptable()) {
                admit(door.accept());
            } else if (known == null && key.isValid()) {
                known = listen(key);
            }
        }
        selector.selectedKeys().clear();
        return known;
    }

    private void admit(@Nullable SocketChannel stranger) throws IOException {
        if (stranger == null) {
            return; // gone again
        }
        if (strangers.size() == MAX_STRANGERS) {
            cutOff(strangers.element());
        }
        strangers.add(stranger);
        stranger.configureBlocking(false);
        ByteBuffer said = ByteBuffer.allocate(ticket.greeting().length);
        stranger.register(selector, SelectionKey.OP_READ, said);
    }

    /** Hears who it is; null as long as it is nobody known. */
    private @Nullable SocketChannel listen(SelectionKey key) throws IOException {
        SocketChannel stranger = (SocketChannel) key.channel();
        ByteBuffer said = (ByteBuffer) key.attachment();
        if (!hasSaid(stranger, said)) {
            return null;
        }
        byte[] greeting = new byte[said.flip().remaining()];
        said.get(greeting);
        if (!MessageDigest.isEqual(greeting, ticket.greeting())) {
            cutOff(stranger);
            return null;
        }
        key.cancel();
        strangers.remove(stranger);
        stranger.configureBlocking(true);
        stranger.setOption(StandardSocketOptions.TCP_NODELAY, true);
        return stranger;
    }

    /** Whether as much has come as a greeting has; a stranger that hangs up is forgotten. */
    private boolean hasSaid(SocketChannel stranger, ByteBuffer said) throws IOException {
        try {
            if (stranger.read(said) < 0) {
                cutOff(stranger);
            }
        } catch (IOException e) { // it was reset, which is no fault of the process
            cutOff(stranger);
        }
        return stranger.isOpen() && !said.hasRemaining();
    }

    private void cutOff(SocketChannel stranger) throws IOException {
        strangers.remove(stranger);
        stranger.close();
    }

    @Override
    public void close() {
        Throwable fault =
                new Closer()
                        .run(door::close)
                        .forEach(strangers, SocketChannel::close)
                        .run(selector::close)
                        .fault();
        if (fault != null) {
            LOG.warn("a port of a run could not be closed", fault);
        }
    }
}
