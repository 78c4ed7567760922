package dev.overlap.engine;

import dev.overlap.trace.Failure;
import dev.overlap.trace.Outcome;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The tasks that wait for one worker. A run waits for each of them, so none may be left behind when
 * the worker's thread ends, whatever ended it: from then on every task is over as soon as it comes.
 *
 * <p>Threads: any may add; the worker's own takes and closes.
 */
final class CarryQueue {

    private final BlockingQueue<Carry> waiting = new LinkedBlockingQueue<>();
    private boolean closed;

    void add(Carry carry) {
        synchronized (this) {
            if (!closed) {
                waiting.add(carry);
                return;
            }
        }
        abandon(carry);
    }

    Carry take() throws InterruptedException {
        return waiting.take();
    }

    /** Nobody takes any more. */
    void close() {
        synchronized (this) {
            closed = true;
        }
        for (Carry left = waiting.poll(); left != null; left = waiting.poll()) {
            abandon(left);
        }
    }

    private static void abandon(Carry carry) {
        carry.end(
                carry.isStopped()
                        ? new Outcome.Cancelled()
                        : new Outcome.Failed(
                                Failure.WORKER_DIED,
                                carry.task().label()
                                        + " was not begun: the worker that was to carry it has"
                                        + " ended. Run it again."));
    }
}
