package dev.overlap.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.SSLSocket;

/** One connection of a {@link RawServer}, used by its script on the connection's own thread. */
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

    /** Returns the number of this connection on the server, from 1. */
    public int number() {
        return number;
    }

    /** Starts TLS; returns after the handshake. */
    public void shakeHands() throws IOException {
        shakeHands(TestKey.get());
    }

    /** Starts TLS with another key. */
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
     * @throws EOFException if the client closes the connection instead
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

    /** Reads one byte. */
    public int readByte() throws IOException {
        return socket.getInputStream().read();
    }

    /** Sends a complete reply with an empty or trivial body. */
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

    /** Returns whether a gate of the server is open. */
    public boolean isOpen(String gate) {
        return server.gate(gate).getCount() == 0;
    }

    /** Opens a gate of the server. */
    public void openGate(String name) {
        server.openGate(name);
    }

    /** Pauses: a scripted delay of the server. */
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

    /** Waits until the client has closed or reset the connection. */
    public void awaitEnd() throws IOException {
        try {
            while (socket.getInputStream().read() >= 0) {
                // surplus input is ignored
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
