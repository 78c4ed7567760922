package dev.overlap.session.history;

import dev.overlap.session.Session;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** How sessions are written to files and read again. */
public interface SessionCodec {

    /**
     * Writes a session; does not close the stream.
     *
     * @throws IOException as thrown by the stream
     */
    void write(Session session, OutputStream out) throws IOException;

    /**
     * Reads a session; does not close the stream.
     *
     * @throws IOException with a sentence if there is no session in it, otherwise as thrown by the
     *     stream
     */
    Session read(InputStream in) throws IOException;
}
