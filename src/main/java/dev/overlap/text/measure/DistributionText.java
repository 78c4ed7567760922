package dev.overlap.text.measure;

import dev.overlap.text.NumberFormats;
import dev.overlap.trace.metrics.DurationHistogram;

import java.math.BigDecimal;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The texts about the durations of tasks. */
public final class DistributionText {

    private DistributionText() {}

    public static final String TITLE = "Durations of tasks";
    public static final String WITH_QUEUE = "with the queue";
    public static final String FROM_START = "from start";
    public static final String WITH_QUEUE_HELP =
            "From time zero to the end, as at the ends of the bars in the chart.";
    public static final String FROM_START_HELP = "From leaving the queue to the end.";
    public static final String PERCENTILE_HELP =
            "The shortest duration that at least so many percent of the tasks did not exceed. Shown"
                    + " only if a task was longer.";

    private static final long SECOND = 1_000_000_000;

    /**
     * Says what the figures are computed from.
     *
     * @param completed the number of durations
     * @param others how many other tasks had ended
     */
    public static String basis(int completed, int others) {
        String all =
                "Measured: %s completed, each from leaving the queue to its end."
                        .formatted(NumberFormats.count(completed, "task"));
        return others == 0
                ? all
                : all + " Left out: %s failed or cancelled.".formatted(NumberFormats.count(others));
    }

    /** Returns the name of a percentile. */
    public static String percentile(int percent) {
        return percent + "th percentile";
    }

    /** Returns a border of a bin without rounding it: {@code 350 ms}, {@code 1.25 s}. */
    public static String border(long nanos) {
        boolean seconds = nanos >= SECOND;
        BigDecimal value = BigDecimal.valueOf(nanos, seconds ? 9 : 6);
        String number = nanos == 0 ? "0" : value.stripTrailingZeros().toPlainString();
        return number + (seconds ? " s" : " ms");
    }

    /** Returns a bin and its count, such as {@code 300 ms to 350 ms: 12 tasks}. */
    public static String bin(DurationHistogram histogram, int bin) {
        return "%s to %s: %s"
                .formatted(
                        border(histogram.edges()[bin]),
                        border(histogram.edges()[bin + 1]),
                        NumberFormats.count(histogram.counts()[bin], "task"));
    }

    /** Names the largest bin. */
    public static String largest(DurationHistogram histogram) {
        int most = histogram.most();
        int bin =
                IntStream.range(0, histogram.bins())
                        .filter(each -> histogram.counts()[each] == most)
                        .findFirst()
                        .orElseThrow();
        return "most: " + bin(histogram, bin);
    }

    /** Describes all bins that are not empty, for a screen reader. */
    public static String description(DurationHistogram histogram) {
        return IntStream.range(0, histogram.bins())
                .filter(bin -> histogram.counts()[bin] > 0)
                .mapToObj(bin -> bin(histogram, bin))
                .collect(Collectors.joining("; ", "Histogram of durations. ", "."));
    }
}
