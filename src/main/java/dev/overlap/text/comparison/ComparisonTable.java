package dev.overlap.text.comparison;

import dev.overlap.comparison.Comparison;
import dev.overlap.comparison.Measurement;
import dev.overlap.comparison.RunMetrics;
import dev.overlap.comparison.SortOrder;
import dev.overlap.comparison.VariantResult;
import dev.overlap.comparison.WorkerSweep;
import dev.overlap.text.DurationFormat;
import dev.overlap.text.NumberFormats;

import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * Formats a comparison or a sweep as a table: one row per variant, with the metrics of its median
 * run.
 *
 * <p>Threads: any. A pure function of its arguments.
 */
public final class ComparisonTable {

    private static final String NONE = "-";

    private record TableColumn(String head, Function<VariantResult, String> cell) {}

    private final Comparison comparison;

    private ComparisonTable(Comparison comparison) {
        this.comparison = comparison;
    }

    /**
     * Returns the rows, header first; all have the same number of cells, the first of which is a
     * name.
     */
    public static List<List<String>> of(Comparison comparison, SortOrder order) {
        ComparisonTable table = new ComparisonTable(comparison);
        return WorkerSweep.is(comparison)
                ? rows(table.ofSweep(), SortOrder.LIST.of(comparison))
                : rows(table.ofModels(), order.of(comparison));
    }

    private static List<List<String>> rows(List<TableColumn> columns, List<VariantResult> entries) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(columns.stream().map(TableColumn::head).toList());
        for (VariantResult variantResult : entries) {
            rows.add(
                    columns.stream()
                            .map(tableColumn -> tableColumn.cell.apply(variantResult))
                            .toList());
        }
        return List.copyOf(rows);
    }

    private List<TableColumn> ofModels() {
        List<TableColumn> columns = new ArrayList<>();
        columns.add(
                comparison.isSideBySide()
                        ? new TableColumn("run", variantResult -> variantResult.variant().name())
                        : new TableColumn("model", ComparisonTable::model));
        columns.addAll(times());
        columns.add(
                new TableColumn(
                        "speed-up",
                        variantResult -> speedUpCell(comparison.speedUp(variantResult))));
        columns.addAll(metricColumns());
        return columns;
    }

    private static String model(VariantResult variantResult) {
        return variantResult.variant().plan().model();
    }

    private List<TableColumn> ofSweep() {
        WorkerSweep workerSweep = WorkerSweep.of(comparison);
        List<TableColumn> columns = new ArrayList<>();
        columns.add(new TableColumn("workers", variantResult -> variantResult.variant().name()));
        columns.addAll(times());
        columns.add(new TableColumn("ideal", variantResult -> ideal(workerSweep, variantResult)));
        columns.addAll(metricColumns());
        return columns;
    }

    private List<TableColumn> times() {
        return List.of(
                new TableColumn("wall", this::wall), new TableColumn("least to most", this::range));
    }

    private static List<TableColumn> metricColumns() {
        return List.of(
                new TableColumn(
                        "threads",
                        variantResult -> metric(variantResult, ComparisonTable::threads)),
                new TableColumn(
                        "processes",
                        variantResult -> metric(variantResult, it -> "" + it.processes())),
                new TableColumn(
                        "in flight",
                        variantResult -> metric(variantResult, it -> "" + it.peakInFlight())),
                new TableColumn("CPU", ComparisonTable::cpu),
                new TableColumn("failed", ComparisonTable::failed));
    }

    private String wall(VariantResult variantResult) {
        return variantResult.medianNanos() < 0
                ? NONE
                : DurationFormat.inColumn(variantResult.medianNanos(), comparison.maxNanos());
    }

    private String range(VariantResult variantResult) {
        return variantResult.samples().size() < 2
                ? NONE
                : DurationFormat.range(
                        variantResult.minNanos(), variantResult.maxNanos(), comparison.maxNanos());
    }

    private static String speedUpCell(double speedUp) {
        return Double.isNaN(speedUp) ? NONE : NumberFormats.factor(speedUp) + " x";
    }

    private String ideal(WorkerSweep workerSweep, VariantResult variantResult) {
        return workerSweep.points().isEmpty()
                ? NONE
                : DurationFormat.inColumn(
                        workerSweep.idealNanos(Integer.parseInt(variantResult.variant().name())),
                        comparison.maxNanos());
    }

    private static String threads(RunMetrics metrics) {
        return metrics.virtualThreads() == 0
                ? Integer.toString(metrics.threads())
                : metrics.threads() + ", " + metrics.virtualThreads() + " virtual";
    }

    private static String metric(VariantResult variantResult, Function<RunMetrics, String> what) {
        Measurement median = variantResult.median();
        return median == null ? NONE : what.apply(RunMetrics.of(median.trace()));
    }

    private static String cpu(VariantResult variantResult) {
        Measurement median = variantResult.median();
        return median == null || median.cpuNanos() < 0 ? NONE : seconds(median.cpuNanos());
    }

    private static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.2f s", nanos / 1e9);
    }

    /** Over all runs of a variant, not only its median. */
    private static String failed(VariantResult variantResult) {
        if (variantResult.samples().isEmpty()) {
            return NONE;
        }
        String failed = range(variantResult, RunMetrics::failed);
        String cancelled = range(variantResult, RunMetrics::cancelled);
        return cancelled.equals("0") ? failed : failed + ", " + cancelled + " cancelled";
    }

    private static String range(VariantResult variantResult, ToIntFunction<RunMetrics> what) {
        IntSummaryStatistics counts =
                variantResult.samples().stream()
                        .map(measurement -> RunMetrics.of(measurement.trace()))
                        .mapToInt(what)
                        .summaryStatistics();
        return counts.getMin() == counts.getMax()
                ? Integer.toString(counts.getMin())
                : counts.getMin() + " to " + counts.getMax();
    }
}
