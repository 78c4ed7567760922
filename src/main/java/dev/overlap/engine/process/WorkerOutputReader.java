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
 * What a worker process prints, its Java machine's words included: read to the end, so that the
 * process never waits for a reader; logged, a line each; and the last lines kept, to be quoted if
 * it dies. However much it prints, what is kept of it is small.
 *
 * <p>Threads: a daemon of its own reads; any may ask.
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

    /** Reads in the background until the end. */
    static WorkerOutputReader drain(Reader words, String name) {
        WorkerOutputReader output = new WorkerOutputReader(name);
        DaemonThread.of(() -> output.readAll(words), name + "-output").start();
        return output;
    }

    private void readAll(Reader words) {
        try (words) {
            char[] chunk = new char[1024];
            for (int n = words.read(chunk); n >= 0; n = words.read(chunk)) {
                take(chunk, n);
            }
            endLine();
        } catch (IOException e) {
            LOG.debug("what {} had to say was cut off with its end", name, e);
        } catch (RuntimeException | Error e) {
            // closed by now: who prints into it goes on, and nobody waits
            LOG.warn("what {} has to say is not read any more", name, e);
        } finally {
            ended.countDown();
        }
    }

    private void take(char[] chunk, int count) {
        for (int i = 0; i < count; i++) {
            if (chunk[i] == '\n') {
                endLine();
            } else if (line.length() <= MAX_LINE_CHARS) { // one more, so that a cut is seen
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
        if (!frame) { // not where, but what
            keep(text);
        }
    }

    private synchronized void keep(String text) {
        kept.add(text);
        if (kept.size() > MAX_LINES_KEPT) {
            kept.remove();
        }
    }

    /** Waits until all is read, unless that takes long: others may hold the same stream open. */
    void awaitEnd(Duration atMost) throws InterruptedException {
        boolean _ = ended.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** The last lines on one, without anything that a terminal would obey; empty if it was mute. */
    synchronized String lastWords() {
        return String.join(" / ", kept);
    }
}
