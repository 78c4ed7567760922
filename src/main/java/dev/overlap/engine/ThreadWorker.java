package dev.overlap.engine;

import dev.overlap.model.Worker;
import dev.overlap.plan.Task;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/**
 * A platform thread that carries one task after another by calls that block.
 *
 * <p>Threads: {@link #carry} may be called from any thread; the work is done on the worker's own.
 */
final class ThreadWorker implements Worker.PlatformThread {

    private final RunCrew crew;
    private final ThreadLane lane;
    private final CarryQueue next = new CarryQueue();
    private final Thread thread;

    /** A worker whose thread is started with its first task. */
    ThreadWorker(RunCrew crew, ThreadLane lane, String name) {
        this.crew = crew;
        this.lane = lane;
        thread = Lookup.daemon(this::work, name);
    }

    @Override
    public CompletionStage<Void> carry(Task task) {
        Carry carry = crew.begin(task);
        if (!carry.isOver() && isThere(carry)) {
            next.add(carry);
        }
        return carry.done();
    }

    /** Starts the thread, if that is still to be done and the system allows one more. */
    private synchronized boolean isThere(Carry carry) {
        try {
            if (thread.getState() == Thread.State.NEW) {
                thread.start();
            }
            return true;
        } catch (OutOfMemoryError e) { // of threads, not of memory: so the JDK says it
            carry.end(Faults.of(e, carry.task().label()));
            return false;
        }
    }

    private void work() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                lane.carryOut(next.take());
            }
        } catch (InterruptedException e) {
            // the crew sends its workers home
        } finally {
            next.close();
        }
    }

    /** Sends the thread home; what it carries has been stopped before. */
    void dismiss() {
        thread.interrupt();
    }

    /** Waits for the thread, until an instant at most. */
    void join(long untilNanoTime) throws InterruptedException {
        long left = untilNanoTime - System.nanoTime();
        if (left > 0) {
            TimeUnit.NANOSECONDS.timedJoin(thread, left);
        }
    }
}
