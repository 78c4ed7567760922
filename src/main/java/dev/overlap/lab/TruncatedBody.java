package dev.overlap.lab;

import org.apache.hc.core5.http.nio.DataStreamChannel;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A body that is cut off: its first bytes are sent with the head, and after its time the connection
 * is closed. It is closed on the loop's next write, so everything written before has been sent.
 */
final class TruncatedBody implements ResponseBody {

    private static final byte[] BEGIN =
            "This body ends before its time.\n".getBytes(StandardCharsets.US_ASCII);
    private static final long ANNOUNCED = 4096;

    private final ByteBuffer begin = ByteBuffer.wrap(BEGIN);
    private final int afterMillis;
    private final ScheduledExecutorService timer;
    private final Runnable cut;

    private boolean over;
    private @Nullable Future<?> end;

    /**
     * @param afterMillis the time from the first bytes to the end
     * @param cut closes the connection
     */
    TruncatedBody(int afterMillis, ScheduledExecutorService timer, Runnable cut) {
        this.afterMillis = afterMillis;
        this.timer = timer;
        this.cut = cut;
    }

    @Override
    public long length() {
        return ANNOUNCED;
    }

    @Override
    public synchronized int available() {
        return over ? 1 : begin.remaining();
    }

    @Override
    public synchronized void produce(DataStreamChannel channel) throws IOException {
        if (over) {
            cut.run();
            return;
        }
        channel.write(begin);
        if (!begin.hasRemaining() && end == null) {
            end = timer.schedule(() -> finish(channel), afterMillis, TimeUnit.MILLISECONDS);
        }
    }

    private synchronized void finish(DataStreamChannel channel) {
        over = true;
        channel.requestOutput();
    }

    @Override
    public synchronized void release() {
        if (end != null) {
            end.cancel(false);
        }
    }
}
