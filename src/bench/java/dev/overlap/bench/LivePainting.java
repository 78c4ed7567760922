package dev.overlap.bench;

import dev.overlap.chart.Timeline;
import dev.overlap.plan.SiteList;
import dev.overlap.trace.Trace;

import javafx.animation.AnimationTimer;
import javafx.scene.control.Button;

import org.jspecify.annotations.Nullable;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Locale;

/**
 * The window during a run: how many frames per second it paints, and for how long the JavaFX thread
 * does not come to the next one. JavaFX asks for 60 frames per second, so no stall at all is a gap
 * of 17 ms. Beside the longest gap stands how much of it that thread computed itself: the rest it
 * waited for a processor, which run, lab and rendering need too.
 */
final class LivePainting extends AnimationTimer {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final long LONG_NANOS = 33_400_000;
    private static final long POLL_MILLIS = 20;
    private static final long MAX_NANOS = 90_000_000_000L;

    private long first;
    private long last;
    private long lastCpu;
    private int frames;
    private int stalls;
    private long longest;
    private long longestCpu;
    private long mostCpu;

    /** Runs a list in the window and prints what its thread did. */
    static void print(String what, SiteList sites, String model, int workers) throws Exception {
        try (BenchWindow window = BenchWindow.open(sites, model, workers)) {
            Thread.sleep(1_000); // the window has been laid out and painted
            LivePainting painting = new LivePainting();
            FxThread.run(() -> ((Button) window.find("#run")).fire());
            Timeline timeline = (Timeline) FxThread.call(() -> window.find("#timeline"));
            await(timeline, false);
            FxThread.run(painting::start);
            await(timeline, true);
            FxThread.run(painting::stop);
            painting.print(what);
        }
    }

    /** Waits until the run has begun, or is over. */
    private static void await(Timeline timeline, boolean over) throws Exception {
        long limit = System.nanoTime() + MAX_NANOS;
        while (!FxThread.call(() -> has(timeline.traceProperty().get(), over))) {
            Thread.sleep(POLL_MILLIS);
            if (System.nanoTime() > limit) {
                throw new RequirementNotMet(over ? "A run does not end." : "A run does not begin.");
            }
        }
    }

    private static boolean has(@Nullable Trace trace, boolean over) {
        return trace != null && (over ? trace.isFinished() : trace.hasBegun());
    }

    @Override
    public void handle(long pulse) {
        long now = System.nanoTime();
        long cpu = THREADS.getCurrentThreadCpuTime();
        if (frames == 0) {
            first = now;
        } else {
            gap(now - last, cpu - lastCpu);
        }
        frames++;
        last = now;
        lastCpu = cpu;
    }

    private void gap(long nanos, long cpu) {
        if (nanos > longest) {
            longest = nanos;
            longestCpu = cpu;
        }
        mostCpu = Math.max(mostCpu, cpu);
        stalls += nanos > LONG_NANOS ? 1 : 0;
    }

    private void print(String what) {
        double seconds = (last - first) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%s: %.0f frames per second over %.1f s; longest stall of the JavaFX thread %.0f"
                        + " ms, in which it computed %.0f ms; %d of %d gaps over 33 ms; the most it"
                        + " computed for one frame %.0f ms%n",
                what,
                (frames - 1) / seconds,
                seconds,
                longest / 1e6,
                longestCpu / 1e6,
                stalls,
                frames - 1,
                mostCpu / 1e6);
    }
}
