package dev.overlap.ui.run;

import dev.overlap.text.DurationFormat;
import dev.overlap.text.NumberFormats;
import dev.overlap.text.RunText;
import dev.overlap.trace.TraceMoment;
import dev.overlap.trace.WorkerTrack;
import dev.overlap.trace.metrics.WorkerStatistics;
import dev.overlap.ui.run.StatisticsTable.StatisticColumn;

import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Function;

/**
 * What each worker did up to the shown moment: one row per worker. Only those that are shown are
 * computed, so ten thousand workers cost no more than a few.
 *
 * <p>Threads: JavaFX thread only.
 */
final class WorkersPane extends VBox {

    private record Row(WorkerTrack worker, WorkerStatistics numbers) {}

    private final StatisticsTable<Row> table =
            new StatisticsTable<>(
                    "workers",
                    "Workers",
                    List.of(
                            column("worker", "Who executes tasks.", row -> row.worker.name()),
                            column("tasks", RunText.WORKER_TASKS_HELP, WorkersPane::tasks),
                            times("busy", RunText.WORKER_BUSY_HELP, WorkerStatistics::busyNanos),
                            column("waiting", RunText.WORKER_WAITING_HELP, WorkersPane::waiting),
                            times("idle", RunText.WORKER_IDLE_HELP, WorkerStatistics::idleNanos),
                            new StatisticColumn<>(
                                    "cpu", "CPU", RunText.WORKER_CPU_HELP, WorkersPane::cpu)));

    WorkersPane() {
        getChildren().setAll(table);
        managedProperty().bind(table.managedProperty());
    }

    private static StatisticColumn<Row> column(
            String title, String meaning, Function<Row, String> text) {
        return new StatisticColumn<>(title, title, meaning, text);
    }

    private static StatisticColumn<Row> times(
            String title, String meaning, Function<WorkerStatistics, Long> nanos) {
        return column(title, meaning, row -> DurationFormat.bareMillis(nanos.apply(row.numbers)));
    }

    private static String tasks(Row row) {
        return NumberFormats.count(row.numbers.tasks());
    }

    private static String waiting(Row row) {
        return row.worker.role().runsOneTaskAtATime()
                ? DurationFormat.bareMillis(row.numbers.waitingNanos())
                : StatisticsTable.NONE;
    }

    private static String cpu(Row row) {
        return row.numbers.cpuNanos() == WorkerStatistics.UNKNOWN
                ? StatisticsTable.NONE
                : DurationFormat.bareMillis(row.numbers.cpuNanos());
    }

    /** Shows the workers of a moment; hidden without any. */
    void show(@Nullable TraceMoment moment) {
        if (moment == null) {
            table.clear();
        } else {
            table.show(moment.trace().workers(), worker -> row(moment, worker));
        }
    }

    private static Row row(TraceMoment moment, WorkerTrack worker) {
        return new Row(worker, WorkerStatistics.of(moment.trace(), worker, moment.horizonNanos()));
    }
}
