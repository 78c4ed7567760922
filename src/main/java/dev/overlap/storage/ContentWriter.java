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
     * @throws IOException as the stream says, or with a sentence of its own
     */
    void writeTo(OutputStream out) throws IOException;

    /**
     * Writes all of it to a stream, which is flushed and not closed. Whatever libraries make of a
     * failure of the stream (some wrap it in an unchecked exception, some in words of their own,
     * some swallow it), that failure is what is thrown.
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
