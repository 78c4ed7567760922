package dev.overlap.ui.controls;

import javafx.animation.AnimationTimer;

import java.util.function.LongConsumer;

/**
 * The heartbeat of the window: asks for a picture once a pulse, and for figures and sentences about
 * ten times a second, which is as fast as people read.
 *
 * <p>Threads: JavaFX thread only. The run never calls the window; the window looks at the run.
 */
public final class PulseTimer extends AnimationTimer {

    private static final long READABLE_NANOS = 100_000_000;

    /** Figures may take a tenth of the time: counting a huge run must not stop the picture. */
    private static final long SHARE = 10;

    private final LongConsumer everyPulse;
    private final Runnable nowAndThen;
    private long nextFigures = Long.MIN_VALUE;

    /**
     * @param everyPulse gets the time of the pulse in nanoseconds
     * @param nowAndThen refreshes figures and sentences
     */
    public PulseTimer(LongConsumer everyPulse, Runnable nowAndThen) {
        this.everyPulse = everyPulse;
        this.nowAndThen = nowAndThen;
    }

    @Override
    public void handle(long now) {
        everyPulse.accept(now);
        if (now >= nextFigures) {
            long begun = System.nanoTime();
            nowAndThen.run();
            long cost = System.nanoTime() - begun;
            nextFigures = now + Math.max(READABLE_NANOS, cost * SHARE);
        }
    }
}
