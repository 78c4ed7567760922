package dev.overlap.session.history;

import dev.overlap.session.Session;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Writes a part of a session, and then the disk is full. */
final class FailingSessions implements SessionCodec {

    @Override
    public void write(Session session, OutputStream out) throws IOException {
        out.write(new byte[1000]);
        throw new IOException("No space left on device");
    }

    @Override
    public Session read(InputStream in) throws IOException {
        throw new IOException("This is no session.");
    }
}
