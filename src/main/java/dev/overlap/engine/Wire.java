package dev.overlap.engine;

import org.jspecify.annotations.Nullable;

/**
 * One connection of the async client: which exchange it carries now. HttpCore decorates a TLS
 * connection twice, outside and inside of the encryption; both decorators share this object.
 *
 * <p>Threads: written by the loop thread; {@link #exchange} may be read by any.
 */
final class Wire {

    private final String id;
    private volatile @Nullable Watch exchange;
    private boolean encrypted;

    Wire(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }

    @Nullable Watch exchange() {
        return exchange;
    }

    void carries(@Nullable Watch watch) {
        exchange = watch;
    }

    /** The task of the exchange, or -1. */
    int task() {
        Watch watch = exchange;
        return watch == null ? -1 : watch.task();
    }

    boolean isEncrypted() {
        return encrypted;
    }

    void encrypt() {
        encrypted = true;
    }
}
