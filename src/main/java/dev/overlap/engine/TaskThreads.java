package dev.overlap.engine;

import dev.overlap.plan.Task;

import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * The threads of a run, platform or virtual, that are started for one task each and end with it.
 *
 * <p>A system allows so many threads and no more. The task for which it has none left fails with a
 * sentence; the others go on. The system is asked again only when fewer live than it has refused
 * one to: the JDK prints two lines for each refusal.
 *
 * <p>Threads: {@link #carry} may be called from any; the driver sends home and joins.
 */
final class TaskThreads {

    private final RunCrew crew;
    private final Set<Thread> live = ConcurrentHashMap.newKeySet();
    private volatile int most = Integer.MAX_VALUE;

    TaskThreads(RunCrew crew) {
        this.crew = crew;
    }

    /**
     * Carries a task on a thread of its own, which is started now.
     *
     * @param kind makes that thread
     */
    CompletionStage<Void> carry(Task task, ThreadLane lane, ThreadFactory kind) {
        Carry carry = crew.begin(task);
        if (live.size() >= most) {
            carry.end(Faults.noThread(task.label()));
        } else if (!carry.isOver()) {
            start(kind.newThread(() -> work(lane, carry)), carry);
        }
        return carry.done();
    }

    private void start(Thread thread, Carry carry) {
        live.add(thread);
        try {
            thread.start();
        } catch (OutOfMemoryError e) { // of threads, not of memory: so the JDK says it
            live.remove(thread);
            most = live.size();
            carry.end(Faults.of(e, carry.task().label()));
        }
    }

    private void work(ThreadLane lane, Carry carry) {
        try {
            lane.carryOut(carry);
        } finally {
            live.remove(Thread.currentThread());
        }
    }

    /** Sends all threads home; what they carry has been stopped before. */
    void dismiss() {
        new Closer().forEach(live, Thread::interrupt).rethrow();
    }

    /** Waits for all threads, until an instant at most. */
    void join(long untilNanoTime) throws InterruptedException {
        for (Thread thread : live) {
            long left = untilNanoTime - System.nanoTime();
            if (left > 0) {
                TimeUnit.NANOSECONDS.timedJoin(thread, left);
            }
        }
    }
}
