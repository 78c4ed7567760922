package dev.overlap.engine.http;

import org.jspecify.annotations.Nullable;

/**
 * One connection of the async client: which exchange it carries now. HttpCore decorates a TLS
 * connection twice, outside and inside of the encryption; both decorators share this object.
 *
 * <p>Threads: written by the loop thread; {@link #exchange} may be read by any.
 */
final class TrackedConnection {

    private final String id;
    private volatile @Nullable ExchangeObserver exchange;
    private boolean encrypted;

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

    boolean isEncrypted() {
        return encrypted;
    }

    void encrypt() {
        encrypted = true;
    }
}
