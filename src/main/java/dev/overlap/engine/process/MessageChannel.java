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
 * One end of the connection between a run and a worker process: one sort of records comes in, the
 * other goes out. Each is preceded by its length in bytes, an int, so that nothing in it can claim
 * to be longer than what has come.
 *
 * <p>Threads: any may send, and blocks for the microseconds that a record takes; one receives.
 *
 * @param <I> what comes in
 * @param <O> what goes out
 */
public final class MessageChannel<I, O> {

    /** A list of sites has no line that would come near to it. */
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
     * @throws IOException if nobody is there to read it
     * @throws IllegalArgumentException if it is longer than {@link #MAX_RECORD_BYTES}; nothing of
     *     it is sent
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
     * Waits for the next record. No more memory is used than a record of what has come takes.
     *
     * @throws java.io.EOFException if there will be none
     * @throws StreamCorruptedException if what came is no record
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
