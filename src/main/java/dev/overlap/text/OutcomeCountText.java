package dev.overlap.text;

import dev.overlap.trace.metrics.Statistics;

import java.util.ArrayList;
import java.util.List;

/** Says how many tasks have ended in which way, such as {@code 2 answered, 1 done, 0 failed}. */
public final class OutcomeCountText {

    private OutcomeCountText() {}

    /** Returns all counts that are not 0; where nothing succeeded, that none was answered. */
    public static String of(Statistics statistics) {
        return join(statistics, statistics.failed() > 0);
    }

    /** Returns the same, and the failed ones even if there are none. */
    public static String withFailed(Statistics statistics) {
        return join(statistics, true);
    }

    private static String join(Statistics statistics, boolean failed) {
        List<String> parts = new ArrayList<>();
        if (statistics.answered() > 0 || statistics.computed() + statistics.done() == 0) {
            parts.add(part(statistics.answered(), "answered"));
        }
        if (statistics.computed() > 0) {
            parts.add(part(statistics.computed(), "computed"));
        }
        if (statistics.done() > 0) {
            parts.add(part(statistics.done(), "done"));
        }
        if (failed) {
            parts.add(part(statistics.failed(), "failed"));
        }
        if (statistics.cancelled() > 0) {
            parts.add(part(statistics.cancelled(), "cancelled"));
        }
        return String.join(", ", parts);
    }

    private static String part(int count, String word) {
        return NumberFormats.count(count) + " " + word;
    }
}
