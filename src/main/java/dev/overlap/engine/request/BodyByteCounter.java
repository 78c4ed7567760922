package dev.overlap.engine.request;

import dev.overlap.engine.task.ReceivedBytes;
import dev.overlap.plan.Task;
import dev.overlap.trace.FailureKind;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.util.zip.ZipException;

/**
 * Counts the bytes of one body and keeps none. Holds a task, all its replies together, to {@value
 * #MAX_BYTES} bytes, both as they come over the wire and after decompression, so that neither an
 * endless reply nor a small one that unfolds without end takes the machine away.
 *
 * <p>Threads: one at a time.
 */
public final class BodyByteCounter {

    public static final long MAX_BYTES = 64L << 20;

    private static final int MAX_AT_ONCE = 8192;

    private final Task task;
    private final @Nullable GzipByteCounter gzipByteCounter;
    private final ReceivedBytes before;
    private long bytes;
    private long unfolded;

    /**
     * Counts from nothing.
     *
     * @param encoding of the body, or null; only gzip is asked for and unfolded, any other is
     *     counted as it comes
     * @param before what the earlier bodies of the same task came to
     */
    public BodyByteCounter(Task task, @Nullable String encoding, ReceivedBytes before) {
        this.task = task;
        this.before = before;
        boolean gzip = encoding != null && encoding.strip().equalsIgnoreCase("gzip");
        this.gzipByteCounter = gzip ? new GzipByteCounter() : null;
    }

    /** Bytes of this body so far, as they came over the wire. */
    public long bytes() {
        return bytes;
    }

    /** What the bodies of the task have come to, this one included. */
    public ReceivedBytes counted() {
        return new ReceivedBytes(before.bytes() + bytes, before.decompressed() + unfolded);
    }

    /** Counts what is in the buffer, and empties it. */
    public void count(ByteBuffer buffer) throws TaskFailedException, ZipException {
        if (gzipByteCounter == null) {
            count(buffer.remaining(), unfolded + buffer.remaining());
            buffer.position(buffer.limit());
            return;
        }
        byte[] chunk = new byte[Math.min(MAX_AT_ONCE, buffer.remaining())];
        while (buffer.hasRemaining()) {
            int length = Math.min(chunk.length, buffer.remaining());
            buffer.get(chunk, 0, length);
            count(chunk, length);
        }
    }

    public void count(byte[] data, int length) throws TaskFailedException, ZipException {
        long left = MAX_BYTES - before.decompressed();
        count(
                length,
                gzipByteCounter == null
                        ? unfolded + length
                        : gzipByteCounter.feed(data, length, left));
    }

    private void count(int length, long unfoldedSoFar) throws TaskFailedException {
        bytes += length;
        unfolded = unfoldedSoFar;
        ReceivedBytes all = counted();
        if (all.bytes() > MAX_BYTES || all.decompressed() > MAX_BYTES) {
            throw new TaskFailedException(
                    FailureKind.TOO_LARGE,
                    task.label()
                            + " sent more than 64 MB, the most that one task may receive. Ask for a"
                            + " smaller page.");
        }
    }

    /** The body is whole. */
    public void end() throws ZipException {
        if (gzipByteCounter != null && bytes > 0) {
            gzipByteCounter.end();
        }
    }

    /** Frees what the decompressor holds; may be called more than once. */
    public void close() {
        if (gzipByteCounter != null) {
            gzipByteCounter.close();
        }
    }
}
