package dev.overlap.engine.cpu;

import dev.overlap.engine.task.TaskExecution;
import dev.overlap.trace.Phase;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * CPython's rule, played: of all threads of a process only the one that holds the interpreter lock
 * computes. A thread that waits for I/O does not hold it.
 *
 * <p>Steps, as CPython has them since 3.2: who wants the lock waits for it, {@value #SWITCH_NANOS}
 * ns at first. If the same thread still holds it then, the lock is asked back. The holder looks
 * between two chunks of its work, lets go, and does not compete again before another thread has
 * taken the lock. Who gets it of those that wait is not decided here.
 *
 * <p>Every hand-over is stamped under the guard, READY before the lock is free and COMPUTE after it
 * is taken, so that in a trace no two tasks compute at the same instant.
 *
 * <p>Threads: safe for all; one lock a run.
 */
public final class InterpreterLock implements ComputePermit {

    /** CPython's switch interval. */
    static final long SWITCH_NANOS = 5_000_000;

    private final ReentrantLock guard = new ReentrantLock();
    private final Condition free = guard.newCondition();
    private final Condition moved = guard.newCondition();
    private @Nullable TaskExecution holder;
    private int waiting;
    private long taken;
    private volatile boolean askedBack;

    @Override
    public boolean take(TaskExecution execution) {
        guard.lock();
        try {
            if (holder != null) {
                execution.recorder().awaitLock(execution.index());
                awaitFree(execution);
            }
            return hold(execution);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false; // the run dismisses its workers
        } finally {
            guard.unlock();
        }
    }

    /**
     * Waits until nobody holds the lock or the task is stopped, and asks for it in the meantime.
     */
    private void awaitFree(TaskExecution execution) throws InterruptedException {
        waiting++;
        try {
            while (holder != null && !execution.isStopped()) {
                long before = taken;
                boolean inVain = free.awaitNanos(SWITCH_NANOS) <= 0 && taken == before;
                askedBack |= inVain && holder != null;
            }
        } finally {
            waiting--;
            moved.signalAll(); // whoever lets someone go first may wait for this one
            passOn(execution);
        }
    }

    /** A wake-up for one that does not want the lock any more is somebody else's. */
    private void passOn(TaskExecution execution) {
        if (holder == null && execution.isStopped()) {
            free.signal();
        }
    }

    private boolean hold(TaskExecution execution) {
        if (execution.isStopped()) {
            return false;
        }
        holder = execution;
        taken++;
        askedBack = false;
        moved.signalAll();
        execution.enter(Phase.COMPUTE);
        return true;
    }

    @Override
    public boolean goOn(TaskExecution execution) {
        return askedBack ? letOthers(execution) && take(execution) : !execution.isStopped();
    }

    /**
     * Lets go, and returns when someone else has had the lock or nobody wants it.
     *
     * @return false if the thread was interrupted
     */
    private boolean letOthers(TaskExecution execution) {
        guard.lock();
        try {
            long before = taken;
            execution.recorder().awaitLock(execution.index());
            letGo();
            while (taken == before && waiting > 0 && !execution.isStopped()) {
                boolean _ = moved.awaitNanos(SWITCH_NANOS) > 0;
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            guard.unlock();
        }
    }

    private void letGo() {
        holder = null;
        askedBack = false;
        free.signal();
    }

    @Override
    public void giveBack(TaskExecution execution) {
        guard.lock();
        try {
            if (holder == execution) {
                letGo();
            }
        } finally {
            guard.unlock();
        }
    }
}
