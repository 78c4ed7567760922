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
    private volatile @Nullable ExchangeRecorder exchange;
    private boolean encrypted;

    TrackedConnection(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }

    @Nullable ExchangeRecorder exchange() {
        return exchange;
    }

    void carries(@Nullable ExchangeRecorder exchangeRecorder) {
        exchange = exchangeRecorder;
    }

    /** The task of the exchange, or -1. */
    int task() {
        ExchangeRecorder exchangeRecorder = exchange;
        return exchangeRecorder == null ? -1 : exchangeRecorder.task();
    }

    boolean isEncrypted() {
        return encrypted;
    }

    void encrypt() {
        encrypted = true;
    }
}
