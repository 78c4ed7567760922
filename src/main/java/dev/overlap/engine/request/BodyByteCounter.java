package dev.overlap.engine.request;

import dev.overlap.engine.task.ReceivedBytes;
import dev.overlap.plan.Task;
import dev.overlap.trace.FailureKind;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.util.zip.ZipException;

/**
 * Counts the bytes of one body without keeping them. Limits a task, over all its responses, to
 * {@value #MAX_BYTES} bytes, both as received and after decompression, so that neither an endless
 * response nor a decompression bomb can exhaust the machine.
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
     * Creates a counter.
     *
     * @param encoding the encoding of the body, or null; only gzip is requested and decompressed,
     *     any other is counted as received
     * @param before the total of the task's earlier bodies
     */
    public BodyByteCounter(Task task, @Nullable String encoding, ReceivedBytes before) {
        this.task = task;
        this.before = before;
        boolean gzip = encoding != null && encoding.strip().equalsIgnoreCase("gzip");
        this.gzipByteCounter = gzip ? new GzipByteCounter() : null;
    }

    /** Returns the bytes of this body so far, as received. */
    public long bytes() {
        return bytes;
    }

    /** Returns the total of the task's bodies, including this one. */
    public ReceivedBytes counted() {
        return new ReceivedBytes(before.bytes() + bytes, before.decompressed() + unfolded);
    }

    /** Counts the remaining bytes of the buffer, and consumes them. */
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

    /** Ends the body. */
    public void end() throws ZipException {
        if (gzipByteCounter != null && bytes > 0) {
            gzipByteCounter.end();
        }
    }

    /** Releases the decompressor; may be called more than once. */
    public void close() {
        if (gzipByteCounter != null) {
            gzipByteCounter.close();
        }
    }
}
