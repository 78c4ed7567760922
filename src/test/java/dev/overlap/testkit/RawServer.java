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
 * A server of bare sockets, scripted in code. No HTTP library stands at this end, so that a fault
 * of the engine's library cannot hide behind the same fault here.
 *
 * <p>What happens when is told by marks, {@link System#nanoTime()} readings of the same process as
 * the trace's, so that a test compares them exactly instead of allowing for a busy machine. Where
 * the server is to go on only after the test has seen something, it waits at a gate.
 *
 * <p>Threads: a daemon of its own for the door and for each visit; everything here may be called
 * from any thread.
 */
public final class RawServer implements AutoCloseable {

    /** What the server does with one connection; its end closes the connection. */
    public interface ConnectionHandler {
        void serve(RawConnection rawConnection) throws IOException;
    }

    /** How many connections the system completes before the server accepts; Linux adds one. */
    private static final int BACKLOG = 1;

    private static final int CROWD_PATIENCE_MILLIS = 200;

    private final ServerSocket door;
    private final ConnectionHandler connectionHandler;
    private final CountDownLatch open = new CountDownLatch(1);
    private final Map<String, Long> marks = new ConcurrentHashMap<>();
    private final Map<String, CountDownLatch> gates = new ConcurrentHashMap<>();
    private final Set<Socket> visitors = ConcurrentHashMap.newKeySet();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger visits = new AtomicInteger();

    private RawServer(int backlog, ConnectionHandler connectionHandler) throws IOException {
        this.connectionHandler = connectionHandler;
        door = new ServerSocket(0, backlog, InetAddress.ofLiteral("127.0.0.1"));
        Thread.ofPlatform().daemon().name("raw-server-door").start(this::accept);
    }

    /** A server that accepts whoever comes. */
    public static RawServer start(ConnectionHandler connectionHandler) throws IOException {
        RawServer server = new RawServer(100, connectionHandler);
        server.open.countDown();
        return server;
    }

    /**
     * A server in front of which a crowd has filled the backlog, so that a connection can only be
     * opened after {@link #openDoor}.
     */
    public static RawServer startCrowded(ConnectionHandler connectionHandler) throws IOException {
        RawServer server = new RawServer(BACKLOG, connectionHandler);
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

    /** Begins to accept, and sends the crowd away. */
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
            mark("closed"); // the only way in which a door of ours ends
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve(RawConnection rawConnection, Socket socket) {
        try (rawConnection) {
            connectionHandler.serve(rawConnection);
        } catch (IOException e) {
            mark("broken off"); // the visitor left; tests that care look at this mark
        } finally {
            visitors.remove(socket);
        }
    }

    public int port() {
        return door.getLocalPort();
    }

    /** Connections that neither end has closed yet. */
    public int connections() {
        return visitors.size();
    }

    /** How many connections were accepted so far. */
    public int visits() {
        return visits.get();
    }

    /** The heads of all requests so far. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    void asked(String head) {
        requests.add(head);
    }

    /** Notes that something happens now; the first time counts. */
    public void mark(String name) {
        marks.putIfAbsent(name, System.nanoTime());
    }

    public boolean marked(String name) {
        return marks.containsKey(name);
    }

    /** When something happened, as {@link System#nanoTime()}. */
    public long at(String mark) {
        Long nanoTime = marks.get(mark);
        if (nanoTime == null) {
            throw new AssertionError("never happened: " + mark);
        }
        return nanoTime;
    }

    /** Lets whoever waits at a gate go on, now or later. */
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
