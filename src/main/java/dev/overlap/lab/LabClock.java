package dev.overlap.lab;

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

    private final long startNanos = System.nanoTime();
    private final ScheduledThreadPoolExecutor timer;

    LabClock() {
        timer =
                new ScheduledThreadPoolExecutor(
                        1,
                        Thread.ofPlatform().daemon().name("lab-timer").factory(),
                        new ThreadPoolExecutor.DiscardPolicy());
        timer.setRemoveOnCancelPolicy(true);
        timer.prestartCoreThread();
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

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
