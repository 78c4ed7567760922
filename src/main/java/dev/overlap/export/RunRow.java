package dev.overlap.export;

import dev.overlap.comparison.Measurement;
import dev.overlap.comparison.RunMetrics;
import dev.overlap.comparison.VariantResult;
import dev.overlap.plan.Plan;
import dev.overlap.report.ComparisonReport;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** One run of a comparison as an ordered row of fields, for tables and streams. */
record RunRow(Map<String, @Nullable Object> fields) {

    private static final List<Field> FIELDS =
            List.of(
                    new Field("model", run -> run.plan().model()),
                    new Field("name", run -> run.result.variant().name()),
                    new Field("workers", run -> orNull(run.plan().settings().workers())),
                    new Field("run", run -> run.round + 1),
                    new Field("wall_ms", run -> TaskRow.millis(run.sample().wallNanos())),
                    new Field("median", run -> run.sample().equals(run.result.median())),
                    new Field("speed_up", FinishedRun::speedUp),
                    new Field("os_threads", run -> run.metrics.threads()),
                    new Field("virtual_threads", run -> run.metrics.virtualThreads()),
                    new Field("processes", run -> run.metrics.processes()),
                    new Field("peak_in_flight", run -> run.metrics.peakInFlight()),
                    new Field("cpu_ms", run -> millisOrNull(run.sample().cpuNanos())),
                    new Field("tasks", run -> run.metrics.tasks()),
                    new Field("failed", run -> run.metrics.failed()),
                    new Field("cancelled", run -> run.metrics.cancelled()),
                    new Field("guess_ms", FinishedRun::guess));

    /** The names of all fields. */
    static final List<String> NAMES = FIELDS.stream().map(Field::name).toList();

    /**
     * Returns all finished runs, by variant in list order, and within a variant chronologically.
     */
    static List<RunRow> of(ComparisonReport report) {
        List<RunRow> rows = new ArrayList<>();
        for (VariantResult variantResult : report.comparison().entries()) {
            for (int round = 0; round < variantResult.samples().size(); round++) {
                rows.add(of(FinishedRun.of(report, variantResult, round)));
            }
        }
        return List.copyOf(rows);
    }

    private static RunRow of(FinishedRun run) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        FIELDS.forEach(field -> fields.put(field.name, field.value.of(run)));
        return new RunRow(fields);
    }

    private record Field(String name, CellValue value) {}

    /** Extracts the value of a field; null if there is none. */
    private interface CellValue {
        @Nullable Object of(FinishedRun run);
    }

    /**
     * The data from which fields are extracted.
     *
     * @param round the index of the run within its variant, from 0
     */
    private record FinishedRun(
            ComparisonReport report, VariantResult result, int round, RunMetrics metrics) {

        static FinishedRun of(ComparisonReport report, VariantResult variantResult, int round) {
            RunMetrics metrics = RunMetrics.of(variantResult.samples().get(round).trace());
            return new FinishedRun(report, variantResult, round, metrics);
        }

        Plan plan() {
            return result.variant().plan();
        }

        Measurement sample() {
            return result.samples().get(round);
        }

        @Nullable BigDecimal speedUp() {
            VariantResult oneByOne = report.comparison().oneByOne();
            long wall = sample().wallNanos();
            boolean known = !Double.isNaN(report.comparison().speedUp(result));
            return oneByOne == null || !known || wall == 0
                    ? null
                    : BigDecimal.valueOf(oneByOne.medianNanos())
                            .divide(BigDecimal.valueOf(wall), 3, RoundingMode.HALF_UP);
        }

        @Nullable BigDecimal guess() {
            Long guess = report.guesses().of(plan().model());
            return guess == null ? null : TaskRow.millis(guess);
        }
    }

    private static @Nullable Integer orNull(OptionalInt number) {
        return number.isPresent() ? number.getAsInt() : null;
    }

    private static @Nullable BigDecimal millisOrNull(long nanos) {
        return nanos < 0 ? null : TaskRow.millis(nanos);
    }
}
