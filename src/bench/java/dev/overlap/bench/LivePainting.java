package dev.overlap.bench;

import dev.overlap.chart.Timeline;
import dev.overlap.plan.SiteList;
import dev.overlap.trace.Trace;

import javafx.scene.control.Button;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/**
 * The window during a run: how many frames per second it paints, and for how long the JavaFX thread
 * does not come to the next one.
 */
final class LivePainting {

    /** Until then the window has been laid out and painted. */
    private static final int FIRST_FRAMES = 60;

    private static final long POLL_MILLIS = 20;
    private static final long MAX_NANOS = 90_000_000_000L;

    private LivePainting() {}

    /** Runs a list in the window and prints what its thread did. */
    static void print(String what, SiteList sites, String model, int workers) throws Exception {
        try (BenchWindow window = BenchWindow.open(sites, model, workers)) {
            FxThread.awaitFrames(FIRST_FRAMES);
            FrameGaps gaps = new FrameGaps();
            FxThread.run(() -> ((Button) window.find("#run")).fire());
            Timeline timeline = (Timeline) FxThread.call(() -> window.find("#timeline"));
            await(timeline, false);
            FxThread.run(gaps::start);
            await(timeline, true);
            FxThread.run(gaps::stop);
            print(what, gaps);
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

    private static void print(String what, FrameGaps gaps) {
        System.out.printf(
                Locale.ROOT,
                "%s: %.0f frames per second over %.1f s; longest stall of the JavaFX thread %.0f"
                        + " ms, in which it computed %.0f ms; %d of %d gaps over 33 ms; the most it"
                        + " computed for one frame %.0f ms%n",
                what,
                gaps.framesPerSecond(),
                gaps.seconds(),
                gaps.longestMillis(),
                gaps.computedInLongestMillis(),
                gaps.stalls(),
                gaps.count(),
                gaps.mostComputedMillis());
    }
}
