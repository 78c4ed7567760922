package dev.overlap.program;

import dev.overlap.engine.task.DaemonThread;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Passes on what a program prints as soon as it is printed, byte for byte, and keeps the end of it.
 * If it cannot be passed on, the program's own output is closed, as it would be without Overlap.
 *
 * <p>Threads: a daemon reads and writes; any may ask.
 */
final class OutputCopy {

    private static final Logger LOG = LoggerFactory.getLogger(OutputCopy.class);

    private static final int TAIL_BYTES = 16 * 1024;

    private final InputStream from;
    private final OutputStream to;
    private final byte[] tail = new byte[TAIL_BYTES]; // a ring; guarded by itself
    private long total;
    private final CountDownLatch ended = new CountDownLatch(1);

    private OutputCopy(InputStream from, OutputStream to) {
        this.from = from;
        this.to = to;
    }

    static OutputCopy start(InputStream from, OutputStream to, String name) {
        OutputCopy copy = new OutputCopy(from, to);
        DaemonThread.of(copy::copyAll, name).start();
        return copy;
    }

    private void copyAll() {
        try (from) {
            byte[] chunk = new byte[8192];
            for (int n = from.read(chunk); n >= 0; n = from.read(chunk)) {
                keep(chunk, n);
                to.write(chunk, 0, n);
                to.flush();
            }
        } catch (IOException e) {
            LOG.debug("the output of the program was cut off", e);
        } finally {
            ended.countDown();
        }
    }

    private void keep(byte[] chunk, int count) {
        synchronized (tail) {
            for (int i = Math.max(0, count - TAIL_BYTES); i < count; i++) {
                tail[(int) ((total + i) % TAIL_BYTES)] = chunk[i];
            }
            total += count;
        }
    }

    /** Returns the last 16 KiB, without a character or line that is cut at their begin. */
    String tail(Charset charset) {
        synchronized (tail) {
            int size = (int) Math.min(total, TAIL_BYTES);
            byte[] kept = new byte[size];
            for (int i = 0; i < size; i++) {
                kept[i] = tail[(int) ((total - size + i) % TAIL_BYTES)];
            }
            String text = new String(kept, charset);
            return total > size ? text.substring(text.indexOf('\n') + 1) : text;
        }
    }

    /**
     * Waits for the end of the output, which comes when every process has closed it.
     *
     * @return whether it has come
     */
    boolean awaitEnd(Duration atMost) throws InterruptedException {
        return ended.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
    }
}
