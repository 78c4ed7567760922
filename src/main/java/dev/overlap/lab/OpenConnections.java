package dev.overlap.lab;

import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.IOSession;
import org.apache.hc.core5.reactor.IOSessionListener;
import org.jspecify.annotations.Nullable;

import java.net.SocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The open connections of one server by the address of the peer, which is all that an exchange
 * knows of its connection when it has to close it. Written by the server's loop, read by any
 * thread.
 */
final class OpenConnections implements IOSessionListener {

    private final Map<SocketAddress, IOSession> open = new ConcurrentHashMap<>();
    private final Map<String, SocketAddress> addressOfId = new ConcurrentHashMap<>();

    /**
     * Closes the connection of {@code peer}, if it is still open. {@link CloseMode#IMMEDIATE} sends
     * a TCP reset, {@link CloseMode#GRACEFUL} an orderly end.
     */
    void end(@Nullable SocketAddress peer, CloseMode mode) {
        IOSession session = peer == null ? null : open.get(peer);
        if (session != null) {
            session.close(mode);
        }
    }

    int count() {
        return open.size();
    }

    @Override
    public void connected(IOSession session) {
        SocketAddress peer = session.getRemoteAddress();
        if (peer != null) { // null: it was closed before the loop processed it
            addressOfId.put(session.getId(), peer);
            open.put(peer, session);
        }
    }

    @Override
    public void disconnected(IOSession session) {
        String id = session.getId();
        SocketAddress peer = addressOfId.remove(id);
        if (peer != null) { // by id: a new connection may already have the same address
            open.computeIfPresent(peer, (_, s) -> s.getId().equals(id) ? null : s);
        }
    }

    @Override
    public void startTls(IOSession session) {}

    @Override
    public void inputReady(IOSession session) {}

    @Override
    public void outputReady(IOSession session) {}

    @Override
    public void timeout(IOSession session) {}

    @Override
    public void exception(IOSession session, Exception cause) {}
}
