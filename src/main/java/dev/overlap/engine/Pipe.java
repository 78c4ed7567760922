package dev.overlap.engine;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * One end of the two pipes between a run and a worker process: one sort of records comes in, the
 * other goes out.
 *
 * <p>Threads: any may send, and blocks for the microseconds that a record takes; one receives.
 *
 * @param <I> what comes in
 * @param <O> what goes out
 */
final class Pipe<I, O> {

    private final Class<I> incoming;
    private final Class<O> outgoing;
    private final DataInputStream in;
    private final DataOutputStream out;

    Pipe(Class<I> incoming, InputStream in, Class<O> outgoing, OutputStream out) {
        this.incoming = incoming;
        this.outgoing = outgoing;
        this.in = new DataInputStream(new BufferedInputStream(in));
        this.out = new DataOutputStream(new BufferedOutputStream(out));
    }

    /**
     * Sends a record at once.
     *
     * @throws IOException if nobody is there to read it
     */
    void send(O record) throws IOException {
        synchronized (out) {
            PipeWords.write(outgoing, record, out);
            out.flush();
        }
    }

    /**
     * Waits for the next record.
     *
     * @throws java.io.EOFException if there will be none
     */
    I receive() throws IOException {
        Object record = PipeWords.read(incoming, in);
        if (record == null) {
            throw new IOException("a pipe carries records only");
        }
        return incoming.cast(record);
    }
}
