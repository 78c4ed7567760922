package dev.overlap.engine;

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
final class InterpreterLock implements Turns {

    /** CPython's switch interval. */
    static final long SWITCH_NANOS = 5_000_000;

    private final ReentrantLock guard = new ReentrantLock();
    private final Condition free = guard.newCondition();
    private final Condition moved = guard.newCondition();
    private @Nullable Carry holder;
    private int waiting;
    private long taken;
    private volatile boolean askedBack;

    @Override
    public boolean take(Carry carry) {
        guard.lock();
        try {
            if (holder != null) {
                carry.recorder().awaitLock(carry.index());
                awaitFree(carry);
            }
            return hold(carry);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false; // the crew sends its workers home
        } finally {
            guard.unlock();
        }
    }

    /**
     * Waits until nobody holds the lock or the task is stopped, and asks for it in the meantime.
     */
    private void awaitFree(Carry carry) throws InterruptedException {
        waiting++;
        try {
            while (holder != null && !carry.isStopped()) {
                long before = taken;
                boolean inVain = free.awaitNanos(SWITCH_NANOS) <= 0 && taken == before;
                askedBack |= inVain && holder != null;
            }
        } finally {
            waiting--;
            moved.signalAll(); // whoever lets someone go first may wait for this one
            passOn(carry);
        }
    }

    /** A wake-up for one that does not want the lock any more is somebody else's. */
    private void passOn(Carry carry) {
        if (holder == null && carry.isStopped()) {
            free.signal();
        }
    }

    private boolean hold(Carry carry) {
        if (carry.isStopped()) {
            return false;
        }
        holder = carry;
        taken++;
        askedBack = false;
        moved.signalAll();
        carry.enter(Phase.COMPUTE);
        return true;
    }

    @Override
    public boolean goOn(Carry carry) {
        return askedBack ? letOthers(carry) && take(carry) : !carry.isStopped();
    }

    /**
     * Lets go, and returns when someone else has had the lock or nobody wants it.
     *
     * @return false if the thread was interrupted
     */
    private boolean letOthers(Carry carry) {
        guard.lock();
        try {
            long before = taken;
            carry.recorder().awaitLock(carry.index());
            letGo();
            while (taken == before && waiting > 0 && !carry.isStopped()) {
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
    public void giveBack(Carry carry) {
        guard.lock();
        try {
            if (holder == carry) {
                letGo();
            }
        } finally {
            guard.unlock();
        }
    }
}
