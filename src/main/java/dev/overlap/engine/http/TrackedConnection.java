package dev.overlap.engine.http;

import org.jspecify.annotations.Nullable;

import java.io.IOException;

/**
 * A connection of the async client, and its current exchange. HttpCore decorates a TLS connection
 * twice, outside and inside the encryption; both decorators share this object.
 *
 * <p>Threads: written by the loop thread; {@link #exchange} may be read by any thread.
 */
final class TrackedConnection {

    /**
     * Is notified by the loop thread about the bytes of an exchange. Instants are those of {@link
     * System#nanoTime}.
     */
    interface ExchangeObserver {

        /** Returns the index of the task that the exchange belongs to. */
        int task();

        /** Bytes of the request are about to be written. */
        void writing();

        /** All bytes of the request so far were written, starting at an instant. */
        void sent(long nanoTime);

        /** Bytes of the response were read at an instant. */
        void read(long nanoTime);

        /**
         * Bytes were received.
         *
         * @throws IOException if they exceed the limit of an exchange
         */
        void came(int bytes) throws IOException;
    }

    /**
     * The most bytes that one event may read; the rest waits until the loop has handled everything
     * else.
     */
    private static final int MAX_PER_EVENT = 64 << 10;

    private final String id;
    private volatile @Nullable ExchangeObserver exchange;
    private boolean encrypted;
    private int readInEvent;

    TrackedConnection(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }

    @Nullable ExchangeObserver exchange() {
        return exchange;
    }

    void carries(@Nullable ExchangeObserver observer) {
        exchange = observer;
    }

    /** Returns the task of the exchange, or -1. */
    int task() {
        ExchangeObserver observer = exchange;
        return observer == null ? -1 : observer.task();
    }

    /** An event of this connection begins. */
    void beginEvent() {
        readInEvent = 0;
    }

    /** Bytes were read in this event. */
    void read(int bytes) {
        readInEvent += bytes;
    }

    /**
     * Returns whether this event has used up its share of the loop. HttpCore continues as long as
     * there is something to parse: a peer that sends interim responses, chunk sizes or headers
     * faster than they are parsed would monopolise the loop.
     */
    boolean hasHadItsShare() {
        return readInEvent >= MAX_PER_EVENT;
    }

    boolean isEncrypted() {
        return encrypted;
    }

    void encrypt() {
        encrypted = true;
    }
}
