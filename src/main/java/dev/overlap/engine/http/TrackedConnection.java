package dev.overlap.engine.http;

import org.jspecify.annotations.Nullable;

import java.io.IOException;

/**
 * One connection of the async client, and which exchange it carries now. HttpCore decorates a TLS
 * connection twice, outside and inside the encryption; both decorators share this object.
 *
 * <p>Threads: written by the loop thread; {@link #exchange} may be read by any.
 */
final class TrackedConnection {

    /**
     * Is told by the loop thread of the bytes of an exchange on its connection. Instants are those
     * of {@link System#nanoTime}.
     */
    interface ExchangeObserver {

        /** The index of the task whose exchange it is. */
        int task();

        /** Bytes of the request are about to be written. */
        void writing();

        /** All bytes of the request so far were written, beginning at an instant. */
        void sent(long nanoTime);

        /** Bytes of the reply were read at an instant. */
        void read(long nanoTime);

        /**
         * So many bytes came.
         *
         * @throws IOException if they are more than an exchange may receive
         */
        void came(int bytes) throws IOException;
    }

    /** What one event may read; the rest waits until the loop has seen to everything else. */
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

    /** The task of the exchange, or -1. */
    int task() {
        ExchangeObserver observer = exchange;
        return observer == null ? -1 : observer.task();
    }

    /** An event of this connection begins. */
    void beginEvent() {
        readInEvent = 0;
    }

    /** So many bytes were read in this event. */
    void read(int bytes) {
        readInEvent += bytes;
    }

    /**
     * Whether this event has had its share of the loop. HttpCore goes on as long as there is
     * something to parse: a peer that sends interim replies, chunk sizes or headers faster than
     * they are parsed would keep the loop for itself.
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
