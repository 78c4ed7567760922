package dev.overlap.lab;

import java.io.IOException;
import java.net.URI;

/** The embedded server, on the loopback address only. Ends with the program. */
public final class Lab implements AutoCloseable {

    private Lab() {}

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
    @SuppressWarnings("DoNotCallSuggester")
    public static Lab start(int port) throws IOException {
        throw new IOException("not there yet: " + port);
    }

    /** Where it listens, such as {@code http://127.0.0.1:41733}. */
    public URI uri() {
        return URI.create("http://127.0.0.1");
    }

    @Override
    public void close() {}
}
