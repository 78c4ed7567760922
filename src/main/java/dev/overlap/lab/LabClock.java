package dev.overlap.lab;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;

/**
 * The lab's time, which starts with the creation of the clock, and its only timer: a daemon thread
 * named {@code lab-timer}. Cancelled actions are removed at once; actions scheduled after the end
 * are dropped, since their connections end, too.
 */
final class LabClock implements AutoCloseable {

    private static final int NANOS_PER_MICRO = 1_000;

    private static final long END_MILLIS = 2_000;

    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private final long startNanos = System.nanoTime();
    private final ScheduledThreadPoolExecutor timer;

    LabClock() {
        timer =
                new ScheduledThreadPoolExecutor(
                        1, this::thread, new ThreadPoolExecutor.DiscardPolicy());
        timer.setRemoveOnCancelPolicy(true);
        timer.prestartCoreThread();
    }

    private Thread thread(Runnable task) {
        Thread thread = Thread.ofPlatform().daemon().name("lab-timer").unstarted(task);
        threads.add(thread);
        return thread;
    }

    ScheduledExecutorService timer() {
        return timer;
    }

    /** Returns the microseconds since the lab started. */
    long micros() {
        return (System.nanoTime() - startNanos) / NANOS_PER_MICRO;
    }

    /** Returns the number of scheduled actions. */
    int waiting() {
        return timer.getQueue().size();
    }

    /** Ends the timer and waits, two seconds at most, until its thread has ended. */
    @Override
    public void close() {
        timer.shutdownNow();
        try {
            for (Thread thread : threads) {
                if (thread != Thread.currentThread()) {
                    thread.join(END_MILLIS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
