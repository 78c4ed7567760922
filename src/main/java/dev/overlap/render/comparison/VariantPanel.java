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
 * One entry of a comparison as it stands at this instant.
 *
 * @param index of the entry in the comparison's own order
 * @param drawn what happened: a finished run, or the one that goes on
 * @param guessNanos what people thought, or -1
 */
record VariantPanel(int index, VariantResult result, @Nullable Drawn drawn, long guessNanos) {

    private static final double LITTLE = 0.01;
    private static final double BLOCKED = 0.5;

    /** A run up to an instant, and its numbers up to there or a little before. */
    record Drawn(Trace trace, long horizonNanos, PanelMetrics figures) {}

    /** How long it took, in nanoseconds; less than 0 as long as no run has finished. */
    long wallNanos() {
        return result.medianNanos();
    }

    /** The last instant of it that is known; 0 as long as it has not run. */
    long reachNanos() {
        return Math.max(drawn == null ? 0 : drawn.horizonNanos, result.mostNanos());
    }

    /** The processor time of the run that is drawn, in nanoseconds, or -1. */
    long cpuNanos() {
        Measurement median = result.median();
        return median == null ? -1 : median.cpuNanos();
    }

    /** Its workers in words: {@code 1 loop + 8 threads}; empty as long as it has none. */
    String workers() {
        if (drawn == null) {
            return "";
        }
        List<String> words = new ArrayList<>();
        for (Role role : Role.values()) {
            int count = drawn.figures.heads().of(role);
            if (count > 0) {
                words.addFirst(
                        NumberFormats.count(count, role.word())); // a loop first, then its helpers
            }
        }
        return String.join(" + ", words);
    }

    /** What is worth knowing of its workers besides their number; empty where nothing is. */
    String note() {
        if (drawn == null) {
            return "";
        }
        double busy = drawn.figures.loopBusy();
        if (!Double.isNaN(busy)) {
            return busy > 0 && busy < LITTLE
                    ? PictureText.LOOP_HARDLY_BUSY
                    : String.format(Locale.ROOT, "loop busy %.0f %%", busy * 100);
        }
        long startUp = drawn.figures.startUpNanos();
        return startUp < 0 ? "" : "start-up " + DurationFormat.text(startUp);
    }

    /** Whether its loop did something for so long that others had to wait. */
    boolean isBlocked() {
        return drawn != null && drawn.figures.loopBusy() >= BLOCKED;
    }

    /** Which of its runs goes on: {@code run 2 of 3}; empty where none does. */
    String progress(int runs) {
        return result.live() == null ? "" : "run " + (result.samples().size() + 1) + " of " + runs;
    }
}
