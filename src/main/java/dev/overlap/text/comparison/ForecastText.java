package dev.overlap.text.comparison;

import dev.overlap.comparison.Comparison;
import dev.overlap.comparison.Variant;
import dev.overlap.comparison.WorkerSweep;
import dev.overlap.comparison.forecast.Forecast;
import dev.overlap.comparison.forecast.ForecastProgress;
import dev.overlap.plan.Plan;
import dev.overlap.text.DurationFormat;
import dev.overlap.text.NumberFormats;

import org.jspecify.annotations.Nullable;

/** How long a comparison will take, in words. */
public final class ForecastText {

    private static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final long EXACT_SECONDS = 10;

    private ForecastText() {}

    /** Returns the sentence before a comparison: {@code About 75 s: 5 models × 3 runs}. */
    public static String before(Forecast forecast) {
        String runs =
                what(forecast) + " \u00d7 " + NumberFormats.count(forecast.plan().runs(), "run");
        String plus = forecast.startsProcesses() ? ", plus the start of processes" : "";
        return switch (forecast.basis()) {
            case MEASURED ->
                    "About " + rounded(forecast.totalNanos()) + ", as measured before: " + runs;
            case DECLARED ->
                    "About "
                            + rounded(forecast.totalNanos())
                            + plus
                            + ", by the declared times: "
                            + runs;
            case UNKNOWN -> "How long it takes is unknown until the first runs: " + runs;
        };
    }

    private static String what(Forecast forecast) {
        int variants = forecast.plan().variants().size();
        Comparison planned = Comparison.planned(forecast.plan());
        if (!WorkerSweep.is(planned)) {
            return NumberFormats.count(variants, "model");
        }
        return NumberFormats.count(variants, WorkerSweep.isOfLimits(planned) ? "limit" : "number")
                + (WorkerSweep.isOfLimits(planned) ? "" : " of workers");
    }

    /** Returns the sentence during a comparison: {@code Run 6 of 15: Threads · about 40 s left}. */
    public static String during(Comparison comparison, ForecastProgress progress) {
        int number = Math.min(progress.done() + 1, progress.total());
        String live =
                comparison.entries().stream()
                        .filter(variantResult -> variantResult.live() != null)
                        .map(variantResult -> ": " + name(variantResult.variant(), comparison))
                        .findFirst()
                        .orElse("");
        return "Run " + number + " of " + progress.total() + live + " \u00b7 " + left(progress);
    }

    /** Returns the name of a variant; of a sweep with its noun, such as {@code 4 workers}. */
    public static String name(Variant variant, Comparison comparison) {
        return variant.isOfWorkers()
                ? ComparisonText.workers(
                        variant.plan().settings().workers().orElseThrow(),
                        WorkerSweep.isOfLimits(comparison))
                : variant.name();
    }

    /** Returns what is compared: {@code 6 tasks · cold connections · median of 3 runs}. */
    static String after(Comparison comparison) {
        int runs = comparison.plan().runs();
        return circumstances(comparison)
                + " \u00b7 "
                + (runs == 1 ? "one run each" : "median of " + runs + " runs");
    }

    /** Returns the same with where the comparison was opened from, unless that is null or empty. */
    public static String after(Comparison comparison, @Nullable String origin) {
        String after = after(comparison);
        return origin == null || origin.isEmpty() ? after : after + " \u00b7 " + origin;
    }

    /** Returns the tasks and the connections: {@code 6 tasks · cold connections}. */
    public static String circumstances(Comparison comparison) {
        if (!comparison.isOfOneWork()) {
            return ComparisonText.sideBySide(comparison);
        }
        Plan plan = comparison.plan().variants().getFirst().plan();
        String connections = plan.settings().connections().warm() ? "warm" : "cold";
        return NumberFormats.count(plan.tasks().size(), "task")
                + " \u00b7 "
                + connections
                + " connections";
    }

    /** Returns the time left: {@code about 40 s left}. */
    static String left(ForecastProgress progress) {
        return progress.leftNanos() < 0
                ? "time left unknown until the first runs"
                : "about " + rounded(progress.leftNanos()) + " left";
    }

    /** No more precise than a forecast can be. */
    static String rounded(long nanos) {
        long seconds = Math.round((double) nanos / NANOS_PER_SECOND);
        if (seconds < 1) {
            return "1 s";
        }
        return seconds < 2 * 60
                ? (seconds < EXACT_SECONDS ? seconds : (seconds + 2) / 5 * 5) + " s"
                : DurationFormat.text(seconds * NANOS_PER_SECOND);
    }
}
