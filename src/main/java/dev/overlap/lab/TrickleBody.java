package dev.overlap.lab;

import org.apache.hc.core5.http.nio.DataStreamChannel;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A body that is sent in chunks spread evenly over its time: chunk <i>i</i> of <i>k</i> is due
 * after <i>i/k</i> of the time from the head, so the last byte is never sent before the time is
 * over. Chunks are due at absolute instants, so a late one does not delay the next. An empty body
 * has no chunks and takes no time.
 */
final class TrickleBody implements ResponseBody {

    private static final int MILLIS_BETWEEN_CHUNKS = 10;
    private static final byte[] PATTERN = pattern();

    private final ScheduledExecutorService timer;
    private final long length;
    private final long nanos;
    private final long chunks;

    private long written;
    private long due;
    private long chunksDue;
    private long startNanos;
    private @Nullable DataStreamChannel channel;
    private @Nullable Future<?> nextChunk;
    private boolean released;

    /**
     * @param length in bytes
     * @param millis from the head to the last byte; 0 sends as fast as the peer reads
     */
    TrickleBody(long length, int millis, ScheduledExecutorService timer) {
        this.timer = timer;
        this.length = length;
        this.nanos = TimeUnit.MILLISECONDS.toNanos(millis);
        this.chunks = Math.clamp(length, 1, Math.max(1, millis / MILLIS_BETWEEN_CHUNKS));
        this.due = millis == 0 ? length : 0;
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public synchronized int available() {
        return (int) Math.min(Integer.MAX_VALUE, due - written);
    }

    @Override
    public synchronized void produce(DataStreamChannel out) throws IOException {
        if (channel == null) {
            begin(out);
        }
        int moved = -1;
        while (written < due && moved != 0) { // 0: the peer does not read; the loop will call again
            moved =
                    out.write(
                            ByteBuffer.wrap(
                                    PATTERN, 0, (int) Math.min(PATTERN.length, due - written)));
            written += moved;
        }
        if (written == length) {
            out.endStream(null);
        }
    }

    private void begin(DataStreamChannel out) {
        channel = out;
        startNanos = System.nanoTime();
        if (due < length) {
            scheduleNext();
        }
    }

    private void scheduleNext() {
        if (!released) {
            long at = startNanos + nanos * (chunksDue + 1) / chunks;
            nextChunk =
                    timer.schedule(this::chunkDue, at - System.nanoTime(), TimeUnit.NANOSECONDS);
        }
    }

    private synchronized void chunkDue() {
        chunksDue++;
        due = length * chunksDue / chunks;
        if (chunksDue < chunks) {
            scheduleNext();
        }
        if (channel != null) {
            channel.requestOutput();
        }
    }

    @Override
    public synchronized void release() {
        released = true;
        if (nextChunk != null) {
            nextChunk.cancel(false);
        }
    }

    private static byte[] pattern() {
        byte[] bytes = new byte[4096];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i % 64 == 63 ? '\n' : '0' + i % 10);
        }
        return bytes;
    }
}
