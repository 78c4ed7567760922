package dev.overlap.engine.process;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StreamCorruptedException;

/**
 * One end of the connection between a run and a worker process, which sends records of one type and
 * receives records of another. Each record is preceded by its length in bytes as an int, so that no
 * length inside it can exceed what was received.
 *
 * <p>Threads: any may send, blocking for the microseconds that a record takes; only one receives.
 *
 * @param <I> the type of incoming records
 * @param <O> the type of outgoing records
 */
public final class MessageChannel<I, O> {

    /** Far more than any line of a site list needs. */
    static final int MAX_RECORD_BYTES = 1 << 24;

    private final Class<I> incoming;
    private final Class<O> outgoing;
    private final DataInputStream in;
    private final DataOutputStream out;

    public MessageChannel(Class<I> incoming, InputStream in, Class<O> outgoing, OutputStream out) {
        this.incoming = incoming;
        this.outgoing = outgoing;
        this.in = new DataInputStream(new BufferedInputStream(in));
        this.out = new DataOutputStream(new BufferedOutputStream(out));
    }

    /**
     * Sends a record at once.
     *
     * @throws IOException if the other end is closed
     * @throws IllegalArgumentException if it is longer than {@link #MAX_RECORD_BYTES}; nothing is
     *     sent then
     */
    public void send(O record) throws IOException {
        byte[] bytes = MessageCodec.bytesOf(outgoing, record);
        if (bytes.length > MAX_RECORD_BYTES) {
            throw new IllegalArgumentException(
                    "a record of " + bytes.length + " bytes is too long");
        }
        synchronized (out) {
            out.writeInt(bytes.length);
            out.write(bytes);
            out.flush();
        }
    }

    /**
     * Waits for the next record. Uses no more memory than the received bytes and their record take.
     *
     * @throws java.io.EOFException if the connection has ended
     * @throws StreamCorruptedException if the received bytes are not a record
     */
    public I receive() throws IOException {
        int length = in.readInt();
        if (length < 0 || length > MAX_RECORD_BYTES) {
            throw new StreamCorruptedException("no record is " + length + " bytes long");
        }
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the other end is gone");
        }
        return MessageCodec.recordOf(incoming, bytes);
    }
}
