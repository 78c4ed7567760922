package dev.overlap.httpcore;

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

/** A session that forwards every call to another one; implementations override single methods. */
public interface ForwardingIOSession extends IOSession {

    /** Returns the session to forward to. */
    IOSession session();

    @Override
    default int read(ByteBuffer dst) throws IOException {
        return session().read(dst);
    }

    @Override
    default int write(ByteBuffer src) throws IOException {
        return session().write(src);
    }

    @Override
    default boolean isOpen() {
        return session().isOpen();
    }

    @Override
    default String getId() {
        return session().getId();
    }

    @Override
    default IOEventHandler getHandler() {
        return session().getHandler();
    }

    @Override
    default void upgrade(IOEventHandler handler) {
        session().upgrade(handler);
    }

    @Override
    default Lock getLock() {
        return session().getLock();
    }

    @Override
    default void enqueue(Command command, Command.Priority priority) {
        session().enqueue(command, priority);
    }

    @Override
    default boolean hasCommands() {
        return session().hasCommands();
    }

    @Override
    default Command poll() {
        return session().poll();
    }

    @Override
    default ByteChannel channel() {
        return session().channel();
    }

    @Override
    default SocketAddress getRemoteAddress() {
        return session().getRemoteAddress();
    }

    @Override
    default SocketAddress getLocalAddress() {
        return session().getLocalAddress();
    }

    @Override
    default int getEventMask() {
        return session().getEventMask();
    }

    @Override
    default void setEventMask(int ops) {
        session().setEventMask(ops);
    }

    @Override
    default void setEvent(int op) {
        session().setEvent(op);
    }

    @Override
    default void clearEvent(int op) {
        session().clearEvent(op);
    }

    @Override
    default void close() {
        session().close();
    }

    @Override
    default void close(CloseMode mode) {
        session().close(mode);
    }

    @Override
    default Status getStatus() {
        return session().getStatus();
    }

    @Override
    default Timeout getSocketTimeout() {
        return session().getSocketTimeout();
    }

    @Override
    default void setSocketTimeout(Timeout timeout) {
        session().setSocketTimeout(timeout);
    }

    @Override
    default long getLastReadTime() {
        return session().getLastReadTime();
    }

    @Override
    default long getLastWriteTime() {
        return session().getLastWriteTime();
    }

    @Override
    default long getLastEventTime() {
        return session().getLastEventTime();
    }

    @Override
    default void updateReadTime() {
        session().updateReadTime();
    }

    @Override
    default void updateWriteTime() {
        session().updateWriteTime();
    }
}
