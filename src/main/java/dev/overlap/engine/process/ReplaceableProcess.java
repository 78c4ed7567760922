package dev.overlap.engine.process;

import dev.overlap.engine.task.Closer;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The process of one slot in the pool, or none: before the first has started, and between two.
 *
 * <p>Threads: that of the slot attaches, discards and ends; any may ask and {@link #stop}.
 */
final class ReplaceableProcess {

    private static final Logger LOG = LoggerFactory.getLogger(ReplaceableProcess.class);

    private @Nullable WorkerProcessHandle handle;
    private boolean stopped;

    /**
     * Sets the process.
     *
     * @throws InterruptedException if the slot was stopped; the process is to be ended all the same
     */
    synchronized void attach(@Nullable WorkerProcessHandle started) throws InterruptedException {
        handle = started;
        if (stopped) {
            throw new InterruptedException();
        }
    }

    synchronized @Nullable WorkerProcessHandle current() {
        return handle;
    }

    /** Returns the process if it can execute commands, else null. */
    @Nullable WorkerProcessHandle usable() {
        WorkerProcessHandle now = current();
        return now != null && now.isAlive() ? now : null;
    }

    /** Ends the process, if there is one, to make way for another. */
    void discard() throws InterruptedException {
        WorkerProcessHandle now = current();
        if (now != null) {
            now.kill();
            now.awaitEnd();
            attach(null);
        }
    }

    /** Admits no further process, and returns the one that is to be closed. */
    synchronized @Nullable WorkerProcessHandle stop() {
        stopped = true;
        return handle;
    }

    /** Closes the process and waits until it has ended. */
    void end() {
        WorkerProcessHandle last = current();
        if (last == null) {
            return;
        }
        new Closer()
                .run(last::close)
                .run(() -> awaitEnd(last))
                .log(LOG, "a worker process may not have ended as it should");
    }

    private static void awaitEnd(WorkerProcessHandle last) {
        boolean _ = Thread.interrupted(); // this thread must outlive the process
        try {
            last.awaitEnd();
        } catch (InterruptedException e) {
            last.kill();
        }
    }
}
