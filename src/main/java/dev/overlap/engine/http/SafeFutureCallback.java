package dev.overlap.engine.http;

import org.apache.hc.core5.concurrent.FutureCallback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Protects HttpClient from exceptions in callbacks. Seen with 5.6.5: an {@link Error} ends the
 * reactor and with it every task of the run, and an exception prevents the connection from ever
 * being returned.
 */
record SafeFutureCallback<T>(FutureCallback<T> callback) implements FutureCallback<T> {

    private static final Logger LOG = LoggerFactory.getLogger(SafeFutureCallback.class);

    @Override
    public void completed(T result) {
        run(() -> callback.completed(result));
    }

    @Override
    public void failed(Exception cause) {
        run(() -> callback.failed(cause));
    }

    @Override
    public void cancelled() {
        run(callback::cancelled);
    }

    private static void run(Runnable body) {
        try {
            body.run();
        } catch (Throwable e) {
            LOG.error("what follows an exchange failed", e);
        }
    }
}
