package dev.overlap.engine.http;

import dev.overlap.httpcore.ForwardingIOSession;

import org.apache.hc.core5.reactor.IOEventHandler;
import org.apache.hc.core5.reactor.IOSession;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Sees the bytes of a connection go by: the last write of a request, the first read of a reply.
 *
 * <p>On a TLS connection only the inner tap, where the text is plain, takes stamps: outside,
 * handshakes and session tickets would pass for requests and replies.
 */
final class RecordingIOSession implements ForwardingIOSession {

    private final IOSession session;
    private final TrackedConnection connection;
    private final boolean inner;

    RecordingIOSession(IOSession session, TrackedConnection connection, boolean inner) {
        this.session = session;
        this.connection = connection;
        this.inner = inner;
    }

    private boolean seesPlainText() {
        return inner || !connection.isEncrypted();
    }

    @Override
    public int read(ByteBuffer buffer) throws IOException {
        int n = session.read(buffer);
        if (n > 0) {
            readSomething();
        }
        return n;
    }

    private void readSomething() {
        ExchangeObserver observer = connection.exchange();
        if (observer != null && seesPlainText()) {
            observer.read(System.nanoTime());
        }
    }

    @Override
    public int write(ByteBuffer buffer) throws IOException {
        ExchangeObserver observer = seesPlainText() ? connection.exchange() : null;
        if (observer != null) {
            observer.writing();
        }
        long before = System.nanoTime();
        int n = session.write(buffer);
        if (n > 0 && !buffer.hasRemaining() && observer != null) {
            observer.sent(before);
        }
        return n;
    }

    @Override
    public void upgrade(IOEventHandler handler) {
        session.upgrade(
                handler instanceof ReactorExecutor
                        ? handler
                        : RecordingIOEventHandler.of(handler, connection));
    }

    @Override
    public IOSession session() {
        return session;
    }
}
