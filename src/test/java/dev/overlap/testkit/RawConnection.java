package dev.overlap.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.SSLSocket;

/** One connection of a {@link RawServer}, as its script sees it; on the connection's own thread. */
public final class RawConnection implements AutoCloseable {

    private static final long GATE_SECONDS = 30;

    private final RawServer server;
    private final int number;
    private final CountDownLatch never = new CountDownLatch(1);
    private Socket socket;

    RawConnection(RawServer server, Socket socket, int number) throws IOException {
        this.server = server;
        this.socket = socket;
        this.number = number;
        socket.setTcpNoDelay(true);
    }

    /** Counts the connections of the server, from 1. */
    public int number() {
        return number;
    }

    /** From here on the connection is encrypted; returns when the handshake is over. */
    public void shakeHands() throws IOException {
        shakeHands(TestKey.get());
    }

    /** The same with another key. */
    public void shakeHands(TestKey key) throws IOException {
        SSLSocket secure =
                (SSLSocket) key.server().getSocketFactory().createSocket(socket, null, true);
        secure.setUseClientMode(false);
        secure.startHandshake();
        socket = secure;
    }

    /**
     * Reads the head of a request.
     *
     * @throws EOFException if the visitor leaves instead
     */
    public String readRequest() throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int c = socket.getInputStream().read();
            if (c < 0) {
                throw new EOFException("no request came");
            }
            head.append((char) c);
        }
        server.asked(head.toString());
        return head.toString();
    }

    /** Reads whatever comes first. */
    public int readByte() throws IOException {
        return socket.getInputStream().read();
    }

    /** A whole reply without a body worth mentioning. */
    public void reply(String statusAndHeaders) throws IOException {
        write("HTTP/1.1 " + statusAndHeaders + "\r\nContent-Length: 2\r\n\r\nok");
    }

    public void write(String text) throws IOException {
        write(text.getBytes(ISO_8859_1));
    }

    public void write(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    public void mark(String name) {
        server.mark(name);
    }

    /** Whether a gate of the server is open. */
    public boolean isOpen(String gate) {
        return server.gate(gate).getCount() == 0;
    }

    /** Lets whoever waits at a gate of the server go on. */
    public void openGate(String name) {
        server.openGate(name);
    }

    /** Lets time pass, which is what this server is for. */
    public void pause(int millis) throws IOException {
        await(never, millis, TimeUnit.MILLISECONDS);
    }

    /** Waits until the test opens the gate. */
    public void awaitGate(String name) throws IOException {
        awaitGate(server.gate(name), name);
    }

    static void awaitGate(CountDownLatch gate, String name) throws IOException {
        if (!await(gate, GATE_SECONDS, TimeUnit.SECONDS)) {
            throw new IOException("nobody opened the gate " + name);
        }
    }

    private static boolean await(CountDownLatch latch, long time, TimeUnit unit)
            throws IOException {
        try {
            return latch.await(time, unit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    /** Waits until the visitor has closed the connection, in whatever way. */
    public void awaitEnd() throws IOException {
        try {
            while (socket.getInputStream().read() >= 0) {
                // more than was expected: not of interest
            }
        } finally {
            mark("gone");
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
