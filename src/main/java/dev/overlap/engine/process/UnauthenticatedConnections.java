package dev.overlap.engine.process;

import dev.overlap.engine.task.Closer;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.security.MessageDigest;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The accepted connections that have not sent the whole greeting yet. One that sends anything else
 * is closed.
 *
 * <p>Threads: only one admits and authenticates; any may close.
 */
final class UnauthenticatedConnections implements AutoCloseable {

    /**
     * The maximum number of unauthenticated connections. Beyond it the oldest is closed, since the
     * process sends its token at once.
     */
    static final int MAX_PENDING = 64;

    private final byte[] greeting;
    private final Selector selector;
    private final Queue<SocketChannel> pending = new ConcurrentLinkedQueue<>();

    UnauthenticatedConnections(byte[] greeting, Selector selector) {
        this.greeting = greeting;
        this.selector = selector;
    }

    /** Adds an accepted connection; null if it was already closed again. */
    void admit(@Nullable SocketChannel candidate) throws IOException {
        if (candidate == null) {
            return;
        }
        if (pending.size() == MAX_PENDING) {
            close(pending.element());
        }
        pending.add(candidate);
        candidate.configureBlocking(false);
        ByteBuffer received = ByteBuffer.allocate(greeting.length);
        candidate.register(selector, SelectionKey.OP_READ, received);
    }

    /** Reads from a connection; returns it once it is authenticated, else null. */
    @Nullable SocketChannel authenticate(SelectionKey key) throws IOException {
        SocketChannel candidate = (SocketChannel) key.channel();
        ByteBuffer received = (ByteBuffer) key.attachment();
        if (!hasReceivedAll(candidate, received)) {
            return null;
        }
        byte[] first = new byte[received.flip().remaining()];
        received.get(first);
        if (!MessageDigest.isEqual(first, greeting)) {
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
        new Closer().forEach(pending, SocketChannel::close).rethrow();
    }
}
