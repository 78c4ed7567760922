package dev.overlap.ui.controls;

import javafx.animation.AnimationTimer;

import java.util.function.LongConsumer;

/**
 * Drives the window: calls the painters once per pulse and refreshes texts about ten times per
 * second, as fast as people read.
 *
 * <p>Threads: JavaFX thread only. A run never calls the window; the window polls the run.
 */
public final class PulseTimer extends AnimationTimer {

    private static final long MIN_REFRESH_NANOS = 100_000_000;

    /**
     * The refresh may take at most a tenth of the time, so that a huge run does not slow down
     * painting.
     */
    private static final long COST_FACTOR = 10;

    private final LongConsumer everyPulse;
    private final Runnable refresh;
    private long nextRefresh = Long.MIN_VALUE;

    /**
     * @param everyPulse receives the time of the pulse in nanoseconds
     * @param refresh updates numbers and texts
     */
    public PulseTimer(LongConsumer everyPulse, Runnable refresh) {
        this.everyPulse = everyPulse;
        this.refresh = refresh;
    }

    @Override
    public void handle(long now) {
        everyPulse.accept(now);
        if (now >= nextRefresh) {
            long begun = System.nanoTime();
            refresh.run();
            long cost = System.nanoTime() - begun;
            nextRefresh = now + Math.max(MIN_REFRESH_NANOS, cost * COST_FACTOR);
        }
    }
}
