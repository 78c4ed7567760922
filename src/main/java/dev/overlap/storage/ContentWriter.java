package dev.overlap.storage;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Writes the content of a file. */
@FunctionalInterface
public interface ContentWriter {

    /**
     * Writes it; does not close the stream.
     *
     * @throws IOException of the stream, or with a sentence of its own
     */
    void writeTo(OutputStream out) throws IOException;

    /**
     * Writes all of it to a stream, which is flushed but not closed. If the stream fails, its
     * exception is thrown, even if a library wraps it in another exception or swallows it.
     */
    default void pourInto(OutputStream out) throws IOException {
        FailFastOutputStream stream = new FailFastOutputStream(out);
        BufferedOutputStream buffer = new BufferedOutputStream(stream);
        try {
            writeTo(buffer);
            buffer.flush();
        } catch (IOException | RuntimeException e) {
            stream.check();
            throw e;
        }
        stream.check();
    }
}
