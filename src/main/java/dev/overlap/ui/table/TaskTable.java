package dev.overlap.ui.table;

import dev.overlap.chart.TraceCalculator;
import dev.overlap.text.TaskText;
import dev.overlap.text.table.TaskTableText;
import dev.overlap.trace.Phase;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;
import dev.overlap.trace.TraceMoment;

import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * The table twin of the chart: a row per task, in the order of the chart, with what it did and for
 * how long, as text. Only visible rows have cells, so 100,000 tasks are no problem; live, their
 * texts change twice a second, as fast as they can be read out.
 *
 * <p>Threads: JavaFX thread only.
 */
public final class TaskTable extends TableView<TaskTrack> {

    private static final KeyCombination COPY =
            new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final long MIN_REFRESH_NANOS = 500_000_000;
    private static final double NUMBER_WIDTH = 62;

    private final IntegerProperty selectedTask;
    private final Map<Phase, TableColumn<TaskTrack, String>> phases = new EnumMap<>(Phase.class);
    private final TraceCalculator<Set<Phase>> occurred = new TraceCalculator<>(TaskTable::phasesOf);
    private final List<TaskTrack> rows = new ArrayList<>();
    private @Nullable TraceMoment shown;
    private long refreshed;

    /**
     * Creates an empty table.
     *
     * @param selectedTask the index of the selected task or -1; bound in both directions
     */
    public TaskTable(IntegerProperty selectedTask) {
        this.selectedTask = selectedTask;
        setId("task-table");
        setAccessibleText(TaskTableText.ACCESSIBLE);
        setPlaceholder(new Label(TaskTableText.EMPTY));
        getStyleClass().add("task-table");
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setRowFactory(_ -> new TaskTableRow(() -> shown));
        addColumns();
        setContextMenu(menu());
        addEventHandler(KeyEvent.KEY_PRESSED, this::copyByKey);
        getSelectionModel().selectedIndexProperty().subscribe(row -> selected(row.intValue()));
        selectedTask.subscribe(_ -> showSelection());
    }

    private void addColumns() {
        column(TaskTableText.NUMBER, "", (task, _) -> TaskTableText.number(task));
        TableColumn<TaskTrack, String> name =
                column(TaskTableText.TASK, "", (task, _) -> TaskTableText.name(task));
        name.setMaxWidth(Double.MAX_VALUE);
        name.setPrefWidth(NUMBER_WIDTH * 4);
        column(TaskTableText.STATE, "", TaskText::state).setPrefWidth(NUMBER_WIDTH * 1.4);
        column(TaskTableText.FROM, TaskTableText.FROM_HELP, TaskTableText::from);
        column(TaskTableText.TO, TaskTableText.TO_HELP, TaskTableText::to);
        for (Phase phase : Phase.values()) {
            String help = TaskTableText.PHASE_HELP.formatted(phase.words());
            BiFunction<TaskTrack, TraceMoment, String> text =
                    (task, moment) -> TaskTableText.in(phase, task, moment);
            TableColumn<TaskTrack, String> column = column(phase.words(), help, text);
            column.setVisible(false);
            phases.put(phase, column);
        }
    }

    /** The order is that of the chart, so no column sorts. */
    private TableColumn<TaskTrack, String> column(
            String title, String help, BiFunction<TaskTrack, TraceMoment, String> text) {
        TableColumn<TaskTrack, String> column = new TableColumn<>();
        Label head = new Label(title);
        if (!help.isEmpty()) {
            head.setTooltip(new Tooltip(help));
        }
        column.setGraphic(head);
        column.setUserData(title);
        column.setSortable(false);
        column.setReorderable(false);
        column.setMinWidth(NUMBER_WIDTH * 0.7);
        column.setPrefWidth(NUMBER_WIDTH);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text(cell.getValue(), text)));
        getColumns().add(column);
        return column;
    }

    private String text(TaskTrack task, BiFunction<TaskTrack, TraceMoment, String> text) {
        TraceMoment moment = shown;
        return moment == null ? "" : text.apply(task, moment);
    }

    private ContextMenu menu() {
        MenuItem selected = new MenuItem(TaskTableText.COPY_SELECTED);
        selected.setOnAction(_ -> copy(getSelectionModel().getSelectedItems()));
        MenuItem all = new MenuItem(TaskTableText.COPY_ALL);
        all.setOnAction(_ -> copy(rows));
        return new ContextMenu(selected, all);
    }

    private void copyByKey(KeyEvent event) {
        if (COPY.match(event)) {
            copy(getSelectionModel().getSelectedItems());
            event.consume();
        }
    }

    private void copy(List<TaskTrack> copied) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(getVisibleLeafColumns().stream().map(it -> (String) it.getUserData()).toList());
        for (TaskTrack task : copied) {
            lines.add(
                    getVisibleLeafColumns().stream()
                            .map(column -> (String) column.getCellObservableValue(task).getValue())
                            .toList());
        }
        ClipboardContent content = new ClipboardContent();
        content.putString(TaskTableText.copied(lines));
        Clipboard.getSystemClipboard().setContent(content);
    }

    /** Shows a moment of a run, or nothing; asked for again and again. */
    public void show(@Nullable TraceMoment moment) {
        boolean other = moment == null || shown == null || shown.trace() != moment.trace();
        if (other ? moment != shown : isDue(moment)) {
            shown = moment;
            refreshed = System.nanoTime();
            if (other) {
                showRows(moment);
            }
            refresh();
        }
        showPhases(moment);
    }

    /** A replay that is held shows its instant at once. */
    private boolean isDue(TraceMoment moment) {
        boolean late = System.nanoTime() - refreshed >= MIN_REFRESH_NANOS;
        return !moment.equals(shown) && (late || moment.trace().isFinished());
    }

    private void showRows(@Nullable TraceMoment moment) {
        rows.clear();
        if (moment != null) {
            rows.addAll(inOrder(moment.trace()));
        }
        setItems(FXCollections.observableList(rows));
        showSelection();
    }

    /** The order of the rows: that of the chart. */
    private static List<TaskTrack> inOrder(Trace trace) {
        return trace.tasks();
    }

    private void showPhases(@Nullable TraceMoment moment) {
        Set<Phase> found = moment == null ? null : occurred.at(moment);
        phases.forEach(
                (phase, column) -> column.setVisible(found != null && found.contains(phase)));
    }

    private static Set<Phase> phasesOf(TraceMoment moment) {
        Set<Phase> found = EnumSet.noneOf(Phase.class);
        for (TaskTrack task : moment.trace().tasks()) {
            for (int s = 0, last = task.segmentAt(moment.horizonNanos()); s <= last; s++) {
                found.add(task.phase(s));
            }
        }
        return found;
    }

    private void selected(int row) {
        if (row >= 0 && row < rows.size()) {
            selectedTask.set(rows.get(row).index());
        }
    }

    private void showSelection() {
        int row = rowOf(selectedTask.get());
        if (row < 0) {
            getSelectionModel().clearSelection();
        } else if (row != getSelectionModel().getSelectedIndex()) {
            getSelectionModel().clearAndSelect(row);
            getFocusModel().focus(row);
            scrollTo(Math.max(0, row - 2));
        }
    }

    private int rowOf(int task) {
        boolean isListOrder = task >= 0 && task < rows.size() && rows.get(task).index() == task;
        if (isListOrder || task < 0) {
            return task;
        }
        for (int row = 0; row < rows.size(); row++) {
            if (rows.get(row).index() == task) {
                return row;
            }
        }
        return -1;
    }
}
