package dev.overlap.render.comparison;

import dev.overlap.comparison.Measurement;
import dev.overlap.comparison.VariantResult;
import dev.overlap.text.DurationFormat;
import dev.overlap.text.NumberFormats;
import dev.overlap.text.PictureText;
import dev.overlap.trace.Trace;
import dev.overlap.trace.WorkerTrack.Role;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One panel of a comparison at the current instant.
 *
 * @param index of the variant in the comparison's own order
 * @param drawn the run to draw, finished or in progress
 * @param guessNanos the user's guess, or -1
 */
record VariantPanel(int index, VariantResult result, @Nullable Drawn drawn, long guessNanos) {

    private static final double HARDLY_BUSY = 0.01;
    private static final double BLOCKED = 0.5;

    /** A run up to an instant, with its metrics up to there or slightly before. */
    record Drawn(Trace trace, long horizonNanos, PanelMetrics metrics) {}

    /** The wall time, in nanoseconds; less than 0 before a run has finished. */
    long wallNanos() {
        return result.medianNanos();
    }

    /** The last known instant; 0 before the first run. */
    long reachNanos() {
        long last = drawn == null ? 0 : drawn.horizonNanos - leftOutNanos();
        return Math.max(last, result.maxNanos());
    }

    /** What is left out at the begin of the drawn run, in nanoseconds. */
    long leftOutNanos() {
        return result.leftOutNanos();
    }

    /** The CPU time of the drawn run, in nanoseconds, or -1. */
    long cpuNanos() {
        Measurement median = result.median();
        return median == null ? -1 : median.cpuNanos();
    }

    /** Its workers as text: {@code 1 loop + 8 threads}; empty before the first run. */
    String workers() {
        if (drawn == null) {
            return "";
        }
        List<String> words = new ArrayList<>();
        for (Role role : Role.values()) {
            int count = drawn.metrics.workers().of(role);
            if (count > 0) {
                words.addFirst(
                        NumberFormats.count(count, role.word())); // the loop before its helpers
            }
        }
        return String.join(" + ", words);
    }

    /** A remark on its workers; empty if there is none. */
    String note() {
        if (drawn == null) {
            return "";
        }
        if (leftOutNanos() > 0) {
            return PictureText.START_UP_LEFT_OUT.formatted(DurationFormat.text(leftOutNanos()));
        }
        double busy = drawn.metrics.loopBusy();
        if (!Double.isNaN(busy)) {
            return busy > 0 && busy < HARDLY_BUSY
                    ? PictureText.LOOP_HARDLY_BUSY
                    : String.format(Locale.ROOT, "loop busy %.0f %%", busy * 100);
        }
        long startUp = drawn.metrics.startUpNanos();
        return startUp < 0 ? "" : "start-up " + DurationFormat.text(startUp);
    }

    /** Whether its event loop was busy for so long that other tasks had to wait. */
    boolean isBlocked() {
        return drawn != null && drawn.metrics.loopBusy() >= BLOCKED;
    }

    /** The number of its run in progress: {@code run 2 of 3}; empty if none is. */
    String progress(int runs) {
        return result.live() == null ? "" : "run " + (result.samples().size() + 1) + " of " + runs;
    }
}
