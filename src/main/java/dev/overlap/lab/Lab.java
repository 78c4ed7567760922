package dev.overlap.lab;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;

/** The embedded server, on the loopback address only. Ends with the program. */
public final class Lab implements AutoCloseable {

    private static final long END_MILLIS = 2_000;

    private final Clock clock = new Clock();
    private final Loop http;
    private final int port;

    private Lab(int port) throws IOException {
        http = new Loop(Protocol.HTTP, null, clock, () -> {});
        try {
            this.port = http.listen(port);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("The lab was interrupted while it started.");
        }
    }

    /** Starts a lab on a free port. */
    public static Lab start() throws IOException {
        return start(0);
    }

    /**
     * Starts a lab.
     *
     * @param port to listen on; 0 for a free one
     * @throws IOException if the port cannot be had
     */
    public static Lab start(int port) throws IOException {
        return new Lab(port);
    }

    /** Where it listens, such as {@code http://127.0.0.1:41733}. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + port);
    }

    @Override
    public void close() {
        clock.close();
        http.end();
        try {
            http.join(END_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
