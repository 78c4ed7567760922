package dev.overlap.engine.http;

import dev.overlap.httpcore.ForwardingIOSession;

import org.apache.hc.core5.reactor.IOEventHandler;
import org.apache.hc.core5.reactor.IOSession;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Records the bytes of a connection: the last write of a request, the first read of a response.
 * Limits what one event may read, see {@link TrackedConnection#hasHadItsShare}.
 *
 * <p>On a TLS connection, only the inner session records, which sees plain text: to the outer one,
 * handshakes and session tickets would look like requests and responses.
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
        if (connection.hasHadItsShare()) {
            return 0; // as if there were no more input; the selector will report the rest
        }
        int n = session.read(buffer);
        if (n > 0 && seesPlainText()) {
            connection.read(n);
            readSomething(n);
        }
        return n;
    }

    private void readSomething(int bytes) throws IOException {
        TrackedConnection.ExchangeObserver observer = connection.exchange();
        if (observer != null) {
            observer.read(System.nanoTime());
            observer.came(bytes);
        }
    }

    @Override
    public int write(ByteBuffer buffer) throws IOException {
        TrackedConnection.ExchangeObserver observer =
                seesPlainText() ? connection.exchange() : null;
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
