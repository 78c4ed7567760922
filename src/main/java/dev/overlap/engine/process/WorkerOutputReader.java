package dev.overlap.engine.process;

import dev.overlap.engine.task.DaemonThread;
import dev.overlap.plan.Quoting;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.Reader;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Reads what a worker process prints, including messages of its JVM, to the end, so that the
 * process never blocks on output; logs each line, and keeps the last ones, which are quoted if it
 * dies. The memory used is bounded however much it prints.
 *
 * <p>Threads: a daemon thread reads; any may query.
 */
final class WorkerOutputReader {

    private static final Logger LOG = LoggerFactory.getLogger(WorkerOutputReader.class);

    private static final int MAX_LINE_CHARS = 200;
    private static final int MAX_LINES_KEPT = 4;
    private static final int MAX_LINES_LOGGED = 20;

    private final String name;
    private final Deque<String> kept = new ArrayDeque<>();
    private final StringBuilder line = new StringBuilder();
    private final CountDownLatch ended = new CountDownLatch(1);
    private int logged;

    private WorkerOutputReader(String name) {
        this.name = name;
    }

    /** Starts to read in the background. */
    static WorkerOutputReader start(Reader output, String name) {
        WorkerOutputReader reader = new WorkerOutputReader(name);
        DaemonThread.of(() -> reader.readAll(output), name + "-output").start();
        return reader;
    }

    private void readAll(Reader output) {
        try (output) {
            char[] chunk = new char[1024];
            for (int n = output.read(chunk); n >= 0; n = output.read(chunk)) {
                append(chunk, n);
            }
            endLine();
        } catch (IOException e) {
            LOG.debug("the output of {} was cut off by its end", name, e);
        } catch (RuntimeException | Error e) {
            // the stream is closed by now, so the process does not block
            LOG.warn("the output of {} is not read any more", name, e);
        } finally {
            ended.countDown();
        }
    }

    private void append(char[] chunk, int count) {
        for (int i = 0; i < count; i++) {
            if (chunk[i] == '\n') {
                endLine();
            } else if (line.length() <= MAX_LINE_CHARS) { // one more, so that a cut shows
                line.append(chunk[i]);
            }
        }
    }

    private void endLine() {
        boolean frame = !line.isEmpty() && line.charAt(0) == '\t';
        String text = Quoting.plain(line.toString().strip(), MAX_LINE_CHARS);
        line.setLength(0);
        if (text.isEmpty()) {
            return;
        }
        if (logged++ < MAX_LINES_LOGGED) {
            LOG.info("{} says: {}", name, text);
        }
        if (!frame) { // keeps messages, not stack frames
            keep(text);
        }
    }

    private synchronized void keep(String text) {
        kept.add(text);
        if (kept.size() > MAX_LINES_KEPT) {
            kept.remove();
        }
    }

    /**
     * Waits until all output is read, but not for long: child processes may keep the stream open.
     */
    void awaitEnd(Duration atMost) throws InterruptedException {
        boolean _ = ended.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
    }

    /**
     * Returns the last lines joined into one, without control characters; empty if there were none.
     */
    synchronized String lastLines() {
        return String.join(" / ", kept);
    }
}
