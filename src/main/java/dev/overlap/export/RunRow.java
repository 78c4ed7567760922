package dev.overlap.export;

import dev.overlap.compare.Comparison;
import dev.overlap.compare.Entry;
import dev.overlap.compare.RunFigures;
import dev.overlap.compare.Sample;
import dev.overlap.plan.Plan;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** What tables and streams tell of one run of a comparison: names and values, in their order. */
record RunRow(Map<String, @Nullable Object> fields) {

    /** The names of all fields. */
    static final List<String> NAMES =
            List.of(
                    "model",
                    "name",
                    "workers",
                    "run",
                    "wall_ms",
                    "median",
                    "speed_up",
                    "threads",
                    "virtual_threads",
                    "processes",
                    "peak_in_flight",
                    "cpu_ms",
                    "tasks",
                    "failed",
                    "cancelled",
                    "guess_ms");

    /** All finished runs, variant by variant in the order of the list, each in its own order. */
    static List<RunRow> of(ComparisonReport report) {
        List<RunRow> rows = new ArrayList<>();
        for (Entry entry : report.comparison().entries()) {
            for (int run = 0; run < entry.samples().size(); run++) {
                rows.add(of(report, entry, run));
            }
        }
        return List.copyOf(rows);
    }

    private static RunRow of(ComparisonReport report, Entry entry, int run) {
        Sample sample = entry.samples().get(run);
        Plan plan = entry.variant().plan();
        OptionalInt workers = plan.settings().workers();
        RunFigures figures = RunFigures.of(sample.trace());
        List<@Nullable Object> values = new ArrayList<>();
        values.add(plan.model());
        values.add(entry.variant().name());
        values.add(workers.isPresent() ? workers.getAsInt() : null);
        values.add(run + 1);
        values.add(TaskRow.millis(sample.wallNanos()));
        values.add(sample.equals(entry.median()));
        values.add(speedUp(report.comparison(), sample));
        values.add(figures.threads());
        values.add(figures.virtualThreads());
        values.add(figures.processes());
        values.add(figures.peakInFlight());
        values.add(sample.cpuNanos() < 0 ? null : TaskRow.millis(sample.cpuNanos()));
        values.add(figures.tasks());
        values.add(figures.failed());
        values.add(figures.cancelled());
        values.add(millis(report.guesses().of(plan.model())));
        return new RunRow(named(values));
    }

    private static Map<String, @Nullable Object> named(List<@Nullable Object> values) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < NAMES.size(); i++) {
            fields.put(NAMES.get(i), values.get(i));
        }
        return fields;
    }

    private static @Nullable BigDecimal speedUp(Comparison comparison, Sample sample) {
        Entry oneByOne = comparison.oneByOne();
        return oneByOne == null || oneByOne.medianNanos() < 0 || sample.wallNanos() == 0
                ? null
                : BigDecimal.valueOf(oneByOne.medianNanos())
                        .divide(BigDecimal.valueOf(sample.wallNanos()), 3, RoundingMode.HALF_UP);
    }

    private static @Nullable BigDecimal millis(@Nullable Long nanos) {
        return nanos == null ? null : TaskRow.millis(nanos);
    }
}
