package dev.overlap.engine.cpu;

import dev.overlap.engine.task.TaskExecution;
import dev.overlap.trace.Phase;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A simulation of CPython's GIL: of all threads of a process only the one that holds the
 * interpreter lock computes. A thread that waits for I/O does not hold it.
 *
 * <p>Steps, as in CPython since 3.2: a thread waits for the lock for {@value #SWITCH_NANOS} ns. If
 * the same thread still holds it then, the waiting thread requests its release. The holder checks
 * for requests between two chunks of its work, releases the lock, and does not compete again before
 * another thread has acquired it. Which of the waiting threads gets it is not determined.
 *
 * <p>Every change of the holder is recorded under the guard, READY before the lock is free and
 * COMPUTE after it is acquired, so that in a trace no two tasks compute at the same instant.
 *
 * <p>Threads: safe for any; one lock per run.
 */
public final class InterpreterLock implements ComputePermit {

    /** CPython's switch interval. */
    static final long SWITCH_NANOS = 5_000_000;

    private final ReentrantLock guard = new ReentrantLock();
    private final Condition free = guard.newCondition();
    private final Condition changed = guard.newCondition();
    private @Nullable TaskExecution holder;
    private int waiting;
    private long acquisitions;
    private volatile boolean releaseRequested;

    @Override
    public boolean acquire(TaskExecution execution) {
        guard.lock();
        try {
            if (holder != null) {
                execution.recorder().awaitLock(execution.index());
                awaitFree(execution);
            }
            return acquireNow(execution);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false; // the run stops its workers
        } finally {
            guard.unlock();
        }
    }

    /**
     * Waits until the lock is free or the task is stopped, and requests its release in the
     * meantime.
     */
    private void awaitFree(TaskExecution execution) throws InterruptedException {
        waiting++;
        try {
            while (holder != null && !execution.isStopped()) {
                long before = acquisitions;
                boolean timedOut = free.awaitNanos(SWITCH_NANOS) <= 0 && acquisitions == before;
                releaseRequested |= timedOut && holder != null;
            }
        } finally {
            waiting--;
            changed.signalAll(); // a thread in yieldLock may wait for this one
            passOn(execution);
        }
    }

    /** Passes a wake-up on if this task no longer wants the lock. */
    private void passOn(TaskExecution execution) {
        if (holder == null && execution.isStopped()) {
            free.signal();
        }
    }

    private boolean acquireNow(TaskExecution execution) {
        if (execution.isStopped()) {
            return false;
        }
        holder = execution;
        acquisitions++;
        releaseRequested = false;
        changed.signalAll();
        execution.enter(Phase.COMPUTE);
        return true;
    }

    @Override
    public boolean mayContinue(TaskExecution execution) {
        return releaseRequested
                ? yieldLock(execution) && acquire(execution)
                : !execution.isStopped();
    }

    /**
     * Releases the lock, and returns when another thread has acquired it or none wants it.
     *
     * @return false if the thread was interrupted
     */
    private boolean yieldLock(TaskExecution execution) {
        guard.lock();
        try {
            long before = acquisitions;
            execution.recorder().awaitLock(execution.index());
            releaseLock();
            while (acquisitions == before && waiting > 0 && !execution.isStopped()) {
                boolean _ = changed.awaitNanos(SWITCH_NANOS) > 0;
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            guard.unlock();
        }
    }

    private void releaseLock() {
        holder = null;
        releaseRequested = false;
        free.signal();
    }

    @Override
    public void release(TaskExecution execution) {
        guard.lock();
        try {
            if (holder == execution) {
                releaseLock();
            }
        } finally {
            guard.unlock();
        }
    }
}
