package dev.overlap.paint;

import dev.overlap.compare.Comparison;
import dev.overlap.compare.Entry;
import dev.overlap.compare.Order;
import dev.overlap.compare.RunFigures;
import dev.overlap.compare.Sample;
import dev.overlap.compare.Sweep;

import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * A comparison or a sweep as a table for people: a row a variant, with the numbers of its median
 * run.
 *
 * <p>Threads: any. A pure function of its arguments.
 */
public final class ComparisonTable {

    private static final String NONE = "-";

    private record Column(String head, Function<Entry, String> cell) {}

    private final Comparison comparison;

    private ComparisonTable(Comparison comparison) {
        this.comparison = comparison;
    }

    /** Its rows, the head first; every row has as many cells, the first of which is a name. */
    public static List<List<String>> of(Comparison comparison, Order order) {
        ComparisonTable table = new ComparisonTable(comparison);
        return Sweep.is(comparison)
                ? rows(table.ofSweep(), Order.LIST.of(comparison))
                : rows(table.ofModels(), order.of(comparison));
    }

    private static List<List<String>> rows(List<Column> columns, List<Entry> entries) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(columns.stream().map(Column::head).toList());
        for (Entry entry : entries) {
            rows.add(columns.stream().map(column -> column.cell.apply(entry)).toList());
        }
        return List.copyOf(rows);
    }

    private List<Column> ofModels() {
        List<Column> columns = new ArrayList<>();
        columns.add(new Column("model", entry -> entry.variant().plan().model()));
        columns.addAll(times());
        columns.add(new Column("speed-up", entry -> gain(comparison.speedUp(entry))));
        columns.addAll(figures());
        return columns;
    }

    private List<Column> ofSweep() {
        Sweep sweep = Sweep.of(comparison);
        List<Column> columns = new ArrayList<>();
        columns.add(new Column("workers", entry -> entry.variant().name()));
        columns.addAll(times());
        columns.add(new Column("ideal", entry -> ideal(sweep, entry)));
        columns.addAll(figures());
        return columns;
    }

    private static List<Column> times() {
        return List.of(
                new Column("wall", ComparisonTable::wall),
                new Column("least to most", ComparisonTable::range));
    }

    private static List<Column> figures() {
        return List.of(
                new Column("threads", entry -> figure(entry, ComparisonTable::threads)),
                new Column("processes", entry -> figure(entry, it -> "" + it.processes())),
                new Column("in flight", entry -> figure(entry, it -> "" + it.peakInFlight())),
                new Column("CPU", ComparisonTable::cpu),
                new Column("failed", ComparisonTable::failed));
    }

    private static String wall(Entry entry) {
        return entry.medianNanos() < 0 ? NONE : Durations.text(entry.medianNanos());
    }

    private static String range(Entry entry) {
        return entry.samples().size() < 2
                ? NONE
                : Durations.text(entry.leastNanos()) + " to " + Durations.text(entry.mostNanos());
    }

    private static String gain(double speedUp) {
        return Double.isNaN(speedUp) ? NONE : String.format(Locale.ROOT, "%.1f x", speedUp);
    }

    private static String ideal(Sweep sweep, Entry entry) {
        return sweep.points().isEmpty()
                ? NONE
                : Durations.text(sweep.idealNanos(Integer.parseInt(entry.variant().name())));
    }

    private static String threads(RunFigures figures) {
        return figures.virtualThreads() == 0
                ? Integer.toString(figures.threads())
                : figures.threads() + ", " + figures.virtualThreads() + " virtual";
    }

    private static String figure(Entry entry, Function<RunFigures, String> what) {
        Sample median = entry.median();
        return median == null ? NONE : what.apply(RunFigures.of(median.trace()));
    }

    private static String cpu(Entry entry) {
        Sample median = entry.median();
        return median == null || median.cpuNanos() < 0 ? NONE : seconds(median.cpuNanos());
    }

    private static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.2f s", nanos / 1e9);
    }

    /** In the runs of a variant, not only in its median. */
    private static String failed(Entry entry) {
        if (entry.samples().isEmpty()) {
            return NONE;
        }
        String failed = range(entry, RunFigures::failed);
        String cancelled = range(entry, RunFigures::cancelled);
        return cancelled.equals("0") ? failed : failed + ", " + cancelled + " cancelled";
    }

    private static String range(Entry entry, ToIntFunction<RunFigures> what) {
        IntSummaryStatistics counts =
                entry.samples().stream()
                        .map(sample -> RunFigures.of(sample.trace()))
                        .mapToInt(what)
                        .summaryStatistics();
        return counts.getMin() == counts.getMax()
                ? Integer.toString(counts.getMin())
                : counts.getMin() + " to " + counts.getMax();
    }
}
