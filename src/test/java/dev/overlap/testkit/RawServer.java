package dev.overlap.testkit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A scripted server on plain sockets. It uses no HTTP library, so that a bug in the engine's
 * library is not masked by the same bug here.
 *
 * <p>Events are timed by marks, {@link System#nanoTime()} readings of the same process as the
 * trace's, so that tests compare them exactly instead of allowing tolerances. Where the server must
 * wait for the test, it waits at a gate.
 *
 * <p>Threads: one daemon accepts and one serves each connection; all methods may be called from any
 * thread.
 */
public final class RawServer implements AutoCloseable {

    /** Handles one connection, which is closed when the handler returns. */
    public interface ConnectionHandler {
        void serve(RawConnection rawConnection) throws IOException;
    }

    /**
     * The number of connections that the system completes before the server accepts; Linux adds
     * one.
     */
    private static final int BACKLOG = 1;

    private static final InetSocketAddress ANYWHERE =
            new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0);

    private static final int CROWD_PATIENCE_MILLIS = 200;

    private final ServerSocket door;
    private final ConnectionHandler connectionHandler;
    private final CountDownLatch open = new CountDownLatch(1);
    private final Map<String, Long> marks = new ConcurrentHashMap<>();
    private final Map<String, CountDownLatch> gates = new ConcurrentHashMap<>();
    private final Set<Socket> visitors = ConcurrentHashMap.newKeySet();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger visits = new AtomicInteger();

    private RawServer(InetSocketAddress address, int backlog, ConnectionHandler connectionHandler)
            throws IOException {
        this.connectionHandler = connectionHandler;
        door = new ServerSocket(address.getPort(), backlog, address.getAddress());
        Thread.ofPlatform().daemon().name("raw-server-door").start(this::accept);
    }

    /** Starts a server that accepts every connection. */
    public static RawServer start(ConnectionHandler connectionHandler) throws IOException {
        return start(ANYWHERE, connectionHandler);
    }

    /**
     * The same at another address of this machine.
     *
     * @param address in figures
     */
    public static RawServer start(String address, ConnectionHandler connectionHandler)
            throws IOException {
        return start(new InetSocketAddress(InetAddress.ofLiteral(address), 0), connectionHandler);
    }

    /** The same at an address, and a port unless that is 0. */
    public static RawServer start(InetSocketAddress address, ConnectionHandler connectionHandler)
            throws IOException {
        RawServer server = new RawServer(address, 100, connectionHandler);
        server.open.countDown();
        return server;
    }

    /**
     * Starts a server whose backlog is full, so that a connection can only be opened after {@link
     * #openDoor}.
     */
    public static RawServer startCrowded(ConnectionHandler connectionHandler) throws IOException {
        return startCrowded(ANYWHERE, connectionHandler);
    }

    /** The same at an address, and a port unless that is 0. */
    public static RawServer startCrowded(
            InetSocketAddress address, ConnectionHandler connectionHandler) throws IOException {
        RawServer server = new RawServer(address, BACKLOG, connectionHandler);
        server.crowd();
        return server;
    }

    private void crowd() throws IOException {
        boolean full = false;
        while (!full) {
            Socket plug = new Socket();
            visitors.add(plug);
            try {
                plug.connect(
                        new InetSocketAddress(door.getInetAddress(), door.getLocalPort()),
                        CROWD_PATIENCE_MILLIS);
            } catch (SocketTimeoutException e) {
                full = true; // as wanted
                plug.close();
                visitors.remove(plug);
            }
        }
    }

    /** Starts to accept, and closes the connections that filled the backlog. */
    public void openDoor() throws IOException {
        for (Socket plug : visitors) {
            plug.close();
        }
        visitors.clear();
        open.countDown();
    }

    private void accept() {
        try {
            open.await();
            while (true) {
                Socket socket = door.accept();
                visitors.add(socket);
                RawConnection rawConnection =
                        new RawConnection(this, socket, visits.incrementAndGet());
                Thread.ofPlatform()
                        .daemon()
                        .name("raw-server")
                        .start(() -> serve(rawConnection, socket));
            }
        } catch (IOException e) {
            mark("closed"); // the server was closed
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve(RawConnection rawConnection, Socket socket) {
        try (rawConnection) {
            connectionHandler.serve(rawConnection);
        } catch (IOException e) {
            mark("broken off"); // the client closed the connection; tests that care check this mark
        } finally {
            visitors.remove(socket);
        }
    }

    public int port() {
        return door.getLocalPort();
    }

    /** Returns the number of connections that neither end has closed. */
    public int connections() {
        return visitors.size();
    }

    /** Returns the number of connections accepted so far. */
    public int visits() {
        return visits.get();
    }

    /** Returns the heads of all requests so far. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    void asked(String head) {
        requests.add(head);
    }

    /** Records the time of an event; only its first occurrence counts. */
    public void mark(String name) {
        marks.putIfAbsent(name, System.nanoTime());
    }

    public boolean marked(String name) {
        return marks.containsKey(name);
    }

    /** Returns the time of an event as {@link System#nanoTime()}. */
    public long at(String mark) {
        Long nanoTime = marks.get(mark);
        if (nanoTime == null) {
            throw new AssertionError("never happened: " + mark);
        }
        return nanoTime;
    }

    /** Opens a gate for current and later waiters. */
    public void openGate(String name) {
        gate(name).countDown();
    }

    /** Waits until somebody opens a gate of this server. */
    public void awaitGate(String name) throws IOException {
        RawConnection.awaitGate(gate(name), name);
    }

    CountDownLatch gate(String name) {
        return gates.computeIfAbsent(name, _ -> new CountDownLatch(1));
    }

    @Override
    public void close() throws IOException {
        open.countDown();
        door.close();
        for (Socket visitor : visitors) {
            visitor.close();
        }
        gates.values().forEach(CountDownLatch::countDown);
    }
}
