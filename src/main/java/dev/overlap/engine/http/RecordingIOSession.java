package dev.overlap.engine.http;

import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.Command;
import org.apache.hc.core5.reactor.IOEventHandler;
import org.apache.hc.core5.reactor.IOSession;
import org.apache.hc.core5.util.Timeout;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.util.concurrent.locks.Lock;

/**
 * Sees the bytes of a connection go by: the last write of a request, the first read of a reply.
 * Passes everything on.
 *
 * <p>On a TLS connection only the inner tap, where the text is plain, takes stamps: outside,
 * handshakes and session tickets would pass for requests and replies.
 */
final class RecordingIOSession implements IOSession {

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
        ExchangeRecorder exchangeRecorder = connection.exchange();
        if (exchangeRecorder != null && seesPlainText()) {
            exchangeRecorder.read(System.nanoTime());
        }
    }

    @Override
    public int write(ByteBuffer buffer) throws IOException {
        ExchangeRecorder exchangeRecorder = seesPlainText() ? connection.exchange() : null;
        if (exchangeRecorder != null) {
            exchangeRecorder.writing();
        }
        long before = System.nanoTime();
        int n = session.write(buffer);
        if (n > 0 && !buffer.hasRemaining() && exchangeRecorder != null) {
            exchangeRecorder.sent(before);
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
    public String getId() {
        return session.getId();
    }

    @Override
    public IOEventHandler getHandler() {
        return session.getHandler();
    }

    @Override
    public Lock getLock() {
        return session.getLock();
    }

    @Override
    public void enqueue(Command command, Command.Priority priority) {
        session.enqueue(command, priority);
    }

    @Override
    public boolean hasCommands() {
        return session.hasCommands();
    }

    @Override
    public Command poll() {
        return session.poll();
    }

    @Override
    public ByteChannel channel() {
        return session.channel();
    }

    @Override
    public SocketAddress getRemoteAddress() {
        return session.getRemoteAddress();
    }

    @Override
    public SocketAddress getLocalAddress() {
        return session.getLocalAddress();
    }

    @Override
    public int getEventMask() {
        return session.getEventMask();
    }

    @Override
    public void setEventMask(int mask) {
        session.setEventMask(mask);
    }

    @Override
    public void setEvent(int op) {
        session.setEvent(op);
    }

    @Override
    public void clearEvent(int op) {
        session.clearEvent(op);
    }

    @Override
    public boolean isOpen() {
        return session.isOpen();
    }

    @Override
    public void close() {
        session.close();
    }

    @Override
    public void close(CloseMode mode) {
        session.close(mode);
    }

    @Override
    public Status getStatus() {
        return session.getStatus();
    }

    @Override
    public Timeout getSocketTimeout() {
        return session.getSocketTimeout();
    }

    @Override
    public void setSocketTimeout(Timeout timeout) {
        session.setSocketTimeout(timeout);
    }

    @Override
    public long getLastReadTime() {
        return session.getLastReadTime();
    }

    @Override
    public long getLastWriteTime() {
        return session.getLastWriteTime();
    }

    @Override
    public long getLastEventTime() {
        return session.getLastEventTime();
    }

    @Override
    public void updateReadTime() {
        session.updateReadTime();
    }

    @Override
    public void updateWriteTime() {
        session.updateWriteTime();
    }
}
