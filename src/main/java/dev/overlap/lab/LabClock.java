package dev.overlap.lab;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;

/**
 * The lab's time, which begins when the clock is made, and its one timer: a daemon thread named
 * {@code lab-timer} that fires whatever is due. A cancelled entry is gone at once; an entry handed
 * over after the end is dropped, for the connection that it serves ends too.
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

    /** Microseconds since the lab started. */
    long micros() {
        return (System.nanoTime() - startNanos) / NANOS_PER_MICRO;
    }

    /** Entries that wait for their time. */
    int waiting() {
        return timer.getQueue().size();
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
