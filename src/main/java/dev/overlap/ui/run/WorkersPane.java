package dev.overlap.ui.run;

import dev.overlap.text.DurationFormat;
import dev.overlap.text.NumberFormats;
import dev.overlap.text.RunText;
import dev.overlap.trace.Trace;
import dev.overlap.trace.TraceMoment;
import dev.overlap.trace.WorkerTrack;
import dev.overlap.trace.metrics.WorkerStatistics;
import dev.overlap.ui.controls.NodeVisibility;

import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What each worker did up to the shown moment: one row per worker, for the first {@value
 * #MAX_ROWS}. Only those are computed, so ten thousand workers cost no more than a few.
 *
 * <p>Threads: JavaFX thread only.
 */
final class WorkersPane extends VBox {

    static final int MAX_ROWS = 16;

    /** A column: its title, tooltip and cell text. */
    private enum WorkerColumn {
        WORKER("worker", "Who executes tasks."),
        TASKS("tasks", RunText.WORKER_TASKS_HELP),
        BUSY("busy", RunText.WORKER_BUSY_HELP),
        WAITING("waiting", RunText.WORKER_WAITING_HELP),
        IDLE("idle", RunText.WORKER_IDLE_HELP),
        CPU("CPU", RunText.WORKER_CPU_HELP);

        private final String title;
        private final String meaning;

        WorkerColumn(String title, String meaning) {
            this.title = title;
            this.meaning = meaning;
        }

        void show(WorkerTrack worker, WorkerStatistics numbers, Label cell) {
            String text = text(worker, numbers);
            cell.setText(text);
            cell.setAccessibleText(
                    this == WORKER ? text : worker.name() + ", " + title + ": " + text);
        }

        private String text(WorkerTrack worker, WorkerStatistics numbers) {
            return switch (this) {
                case WORKER -> worker.name();
                case TASKS -> NumberFormats.count(numbers.tasks());
                case BUSY -> DurationFormat.bareMillis(numbers.busyNanos());
                case WAITING ->
                        worker.role().runsOneTaskAtATime()
                                ? DurationFormat.bareMillis(numbers.waitingNanos())
                                : NONE;
                case IDLE -> DurationFormat.bareMillis(numbers.idleNanos());
                case CPU ->
                        numbers.cpuNanos() == WorkerStatistics.UNKNOWN
                                ? NONE
                                : DurationFormat.bareMillis(numbers.cpuNanos());
            };
        }
    }

    private static final String NONE = "\u2013";

    private final GridPane grid = new GridPane();
    private final List<Map<WorkerColumn, Label>> rows = new ArrayList<>();
    private final Label more = new Label();

    WorkersPane() {
        setId("workers-table");
        getStyleClass().add("section");
        grid.getStyleClass().add("workers-grid");
        for (WorkerColumn workerColumn : WorkerColumn.values()) {
            grid.getColumnConstraints().add(constraints(workerColumn));
            grid.add(head(workerColumn), grid.getColumnConstraints().size() - 1, 0);
        }
        more.setId("workers-more");
        more.getStyleClass().addAll("quiet", "helpers");
        getChildren().setAll(title(), grid, more);
        show(null);
    }

    private static HBox title() {
        Label title = new Label("Workers");
        title.getStyleClass().add("pane-title");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        Label unit = new Label("times in ms");
        unit.getStyleClass().addAll("quiet", "helpers");
        return new HBox(title, unit);
    }

    private static ColumnConstraints constraints(WorkerColumn workerColumn) {
        ColumnConstraints constraints = new ColumnConstraints();
        if (workerColumn == WorkerColumn.WORKER) {
            constraints.setHgrow(Priority.ALWAYS);
        } else {
            constraints.setHalignment(HPos.RIGHT);
            constraints.setMinWidth(USE_PREF_SIZE);
        }
        return constraints;
    }

    private static Label head(WorkerColumn workerColumn) {
        Label head = new Label(workerColumn.title);
        head.getStyleClass().add("quiet");
        head.setTooltip(new Tooltip(workerColumn.meaning));
        head.getTooltip().setWrapText(true);
        head.getTooltip().setMaxWidth(340);
        return head;
    }

    /** Shows the workers of a moment; hidden without any. */
    void show(@Nullable TraceMoment moment) {
        int workers = moment == null ? 0 : moment.trace().workers().size();
        int shown = Math.min(workers, MAX_ROWS);
        while (rows.size() < shown) {
            addRow();
        }
        for (int row = 0; row < rows.size(); row++) {
            boolean visible = row < shown;
            rows.get(row).values().forEach(cell -> NodeVisibility.set(cell, visible));
        }
        if (moment != null) {
            fill(moment, shown);
        }
        more.setText("and " + NumberFormats.count(workers - shown) + " more");
        NodeVisibility.set(more, workers > shown);
        NodeVisibility.set(this, workers > 0);
    }

    private void addRow() {
        Map<WorkerColumn, Label> row = new EnumMap<>(WorkerColumn.class);
        for (WorkerColumn workerColumn : WorkerColumn.values()) {
            Label cell = new Label();
            cell.setId(workerColumn.title.toLowerCase(Locale.ROOT) + "-" + rows.size());
            row.put(workerColumn, cell);
        }
        rows.add(row);
        grid.addRow(rows.size(), row.values().toArray(Node[]::new));
    }

    private void fill(TraceMoment moment, int shown) {
        Trace trace = moment.trace();
        for (int index = 0; index < shown; index++) {
            WorkerTrack worker = trace.worker(index);
            WorkerStatistics numbers = WorkerStatistics.of(trace, worker, moment.horizonNanos());
            rows.get(index)
                    .forEach((workerColumn, cell) -> workerColumn.show(worker, numbers, cell));
        }
    }
}
