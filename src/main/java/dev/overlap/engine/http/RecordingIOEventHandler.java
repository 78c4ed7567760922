package dev.overlap.engine.http;

import dev.overlap.httpcore.ForwardingHttpConnection;

import org.apache.hc.core5.http.impl.nio.HttpConnectionEventHandler;
import org.apache.hc.core5.reactor.IOEventHandler;
import org.apache.hc.core5.reactor.IOSession;
import org.apache.hc.core5.util.Timeout;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Passes the events of one connection to HttpCore's handler, and records each as a busy slice of
 * the loop.
 *
 * <p>An {@link Error} thrown by a handler ends HttpCore's reactor, and with it every task of the
 * run. Errors are therefore converted to exceptions here, which end only this connection.
 */
sealed class RecordingIOEventHandler implements IOEventHandler {

    final IOEventHandler handler;
    private final TrackedConnection trackedConnection;

    private RecordingIOEventHandler(IOEventHandler handler, TrackedConnection trackedConnection) {
        this.handler = handler;
        this.trackedConnection = trackedConnection;
    }

    /** Wraps a handler; the result is a connection if the handler is one. */
    static IOEventHandler of(IOEventHandler handler, TrackedConnection trackedConnection) {
        return handler instanceof HttpConnectionEventHandler connection
                ? new OfConnection(connection, trackedConnection)
                : new RecordingIOEventHandler(handler, trackedConnection);
    }

    private interface Event {
        void handle() throws IOException;
    }

    private void watched(Event event) throws IOException {
        EventLoopThread loop = EventLoopThread.current();
        if (loop == null) {
            event.handle(); // a close may be called from any thread
            return;
        }
        TrackedConnection before = loop.wire();
        loop.wire(trackedConnection);
        loop.enter(trackedConnection.task());
        try {
            event.handle();
        } catch (Error e) {
            throw new IOException("error on the loop: " + e, e);
        } finally {
            loop.leave();
            loop.wire(before);
        }
    }

    private void watchedQuietly(Runnable event) {
        try {
            watched(event::run);
        } catch (IOException e) {
            // only an Error is converted to IOException; the connection is already closed
            LoggerFactory.getLogger(RecordingIOEventHandler.class).warn("while closing", e);
        }
    }

    @Override
    public void connected(IOSession session) throws IOException {
        watched(() -> handler.connected(session));
    }

    @Override
    public void inputReady(IOSession session, ByteBuffer source) throws IOException {
        trackedConnection.beginEvent();
        TrackedConnection.ExchangeObserver observer = trackedConnection.exchange();
        if (observer != null && source != null && source.hasRemaining()) {
            observer.read(System.nanoTime()); // TLS pushes plain text here instead
            observer.came(source.remaining());
        }
        watched(() -> handler.inputReady(session, source));
    }

    @Override
    public void outputReady(IOSession session) throws IOException {
        watched(() -> handler.outputReady(session));
    }

    @Override
    public void timeout(IOSession session, Timeout timeout) throws IOException {
        watched(() -> handler.timeout(session, timeout));
    }

    @Override
    public void exception(IOSession session, Exception cause) {
        watchedQuietly(() -> handler.exception(session, cause));
    }

    @Override
    public void disconnected(IOSession session) {
        watchedQuietly(() -> handler.disconnected(session));
    }

    private static final class OfConnection extends RecordingIOEventHandler
            implements HttpConnectionEventHandler, ForwardingHttpConnection {

        private final HttpConnectionEventHandler connection;

        private OfConnection(
                HttpConnectionEventHandler connection, TrackedConnection trackedConnection) {
            super(connection, trackedConnection);
            this.connection = connection;
        }

        @Override
        public HttpConnectionEventHandler connection() {
            return connection;
        }
    }
}
