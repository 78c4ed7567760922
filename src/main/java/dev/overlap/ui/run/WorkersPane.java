package dev.overlap.ui.run;

import dev.overlap.text.DurationFormat;
import dev.overlap.text.NumberFormats;
import dev.overlap.text.RunText;
import dev.overlap.trace.metrics.WorkerStatistics;
import dev.overlap.ui.run.PaneFigures.WorkerRow;
import dev.overlap.ui.run.StatisticsTable.StatisticColumn;

import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Function;

/**
 * What each worker did up to the shown moment: one row per worker, for the first of them.
 *
 * <p>Threads: JavaFX thread only.
 */
final class WorkersPane extends VBox {

    private final StatisticsTable<WorkerRow> table =
            new StatisticsTable<>(
                    "workers",
                    "Workers",
                    List.of(
                            column("worker", "Who executes tasks.", row -> row.worker().name()),
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

    private static StatisticColumn<WorkerRow> column(
            String title, String meaning, Function<WorkerRow, String> text) {
        return new StatisticColumn<>(title, title, meaning, text);
    }

    private static StatisticColumn<WorkerRow> times(
            String title, String meaning, Function<WorkerStatistics, Long> nanos) {
        return column(title, meaning, row -> DurationFormat.bareMillis(nanos.apply(row.numbers())));
    }

    private static String tasks(WorkerRow row) {
        return NumberFormats.count(row.numbers().tasks());
    }

    private static String waiting(WorkerRow row) {
        return row.worker().role().runsOneTaskAtATime()
                ? DurationFormat.bareMillis(row.numbers().waitingNanos())
                : StatisticsTable.NONE;
    }

    private static String cpu(WorkerRow row) {
        return row.numbers().cpuNanos() == WorkerStatistics.UNKNOWN
                ? StatisticsTable.NONE
                : DurationFormat.bareMillis(row.numbers().cpuNanos());
    }

    /** Shows the workers of a moment; hidden without any. */
    void show(@Nullable MomentStatistics statistics) {
        if (statistics == null) {
            table.clear();
        } else {
            table.show(statistics.panes().workers(), statistics.moment().trace().workers().size());
        }
    }
}
