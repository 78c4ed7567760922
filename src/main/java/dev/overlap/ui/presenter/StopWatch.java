package dev.overlap.ui.presenter;

import java.time.Duration;
import java.util.function.LongSupplier;

/** A stop watch. Threads: one. */
final class StopWatch {

    private final LongSupplier nanoTime;
    private long countedNanos;
    private long startedNanos;
    private boolean running;

    /**
     * @param nanoTime such as {@link System#nanoTime}
     */
    StopWatch(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    boolean isRunning() {
        return running;
    }

    /** Starts it, or goes on; does nothing while it runs. */
    void start() {
        if (!running) {
            startedNanos = nanoTime.getAsLong();
            running = true;
        }
    }

    /** Stops it; what was counted stays. */
    void stop() {
        countedNanos = elapsed().toNanos();
        running = false;
    }

    /** Sets it to zero; it goes on if it runs. */
    void reset() {
        countedNanos = 0;
        startedNanos = nanoTime.getAsLong();
    }

    Duration elapsed() {
        long running = this.running ? nanoTime.getAsLong() - startedNanos : 0;
        return Duration.ofNanos(countedNanos + running);
    }
}
