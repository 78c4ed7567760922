package dev.overlap.ui.table;

import dev.overlap.chart.background.TraceCalculator;
import dev.overlap.render.rows.RowOrder;
import dev.overlap.text.DurationFormat;
import dev.overlap.text.TaskText;
import dev.overlap.text.table.TaskTableText;
import dev.overlap.trace.Phase;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;
import dev.overlap.trace.TraceMoment;
import dev.overlap.ui.controls.TextWidth;

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
    private static final String NUMBERS = "numbers";
    private static final double PADDING = 16;

    /** The width of a short word, in multiples of the font size. */
    private static final double LETTERS = 3.4;

    /** The longest number before a run has one. */
    private static final String SHORT = "1,000";

    private static final double MIN_NAME = 120;
    private static final double SCROLL_BAR = 14;

    private final IntegerProperty selectedTask;
    private final Map<Phase, TableColumn<TaskTrack, String>> phases = new EnumMap<>(Phase.class);
    private final TraceCalculator<Set<Phase>> occurred = new TraceCalculator<>(TaskTable::phasesOf);
    private final List<TaskTrack> rows = new ArrayList<>();
    private @Nullable TableColumn<TaskTrack, String> name;
    private @Nullable TraceMoment shown;
    private @Nullable RowOrder order;
    private long refreshed;
    private String longest = SHORT;

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
        widthProperty().subscribe(this::widenName);
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
        name = column(TaskTableText.TASK, "", (task, _) -> TaskTableText.name(task));
        name.getStyleClass().remove(NUMBERS);
        column(TaskTableText.STATE, "", TaskText::state).getStyleClass().remove(NUMBERS);
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
        column.getStyleClass().add(NUMBERS);
        head.setMinWidth(USE_PREF_SIZE);
        head.widthProperty().subscribe(() -> fit(column, head));
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text(cell.getValue(), text)));
        getColumns().add(column);
        return column;
    }

    /** As wide as its head, and as the longest number or a short word, in any size of the font. */
    private void fit(TableColumn<TaskTrack, ?> column, Label head) {
        boolean isNumber = column.getStyleClass().contains(NUMBERS);
        double content =
                isNumber
                        ? TextWidth.of(longest, head.getFont())
                        : head.getFont().getSize() * LETTERS;
        column.setPrefWidth(Math.ceil(Math.max(head.getWidth(), content) + PADDING));
        widenName();
    }

    /** No number of a run is longer than the time that the run has taken. */
    private void fitNumbers(TraceMoment moment) {
        String time = DurationFormat.bareMillis(moment.horizonNanos());
        if (time.length() > longest.length()) {
            longest = time;
            getColumns().forEach(column -> fit(column, (Label) column.getGraphic()));
        }
    }

    /** The name takes what the other columns leave, but not less than it needs to be told apart. */
    private void widenName() {
        TableColumn<TaskTrack, String> column = name;
        if (column != null) {
            double others =
                    getVisibleLeafColumns().stream()
                            .filter(it -> !it.equals(column))
                            .mapToDouble(TableColumn::getPrefWidth)
                            .sum();
            column.setPrefWidth(Math.max(MIN_NAME, getWidth() - others - SCROLL_BAR));
        }
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

    /**
     * Shows a moment of a run, or nothing; asked for again and again.
     *
     * @param rowOrder the order of the chart's rows; null for that of the list
     */
    @SuppressWarnings("ReferenceEquality") // an equal order only costs showing it once more
    public void show(@Nullable TraceMoment moment, @Nullable RowOrder rowOrder) {
        boolean reordered = rowOrder != order || isOther(moment);
        if (reordered || (moment != null && isDue(moment))) {
            shown = moment;
            order = rowOrder;
            refreshed = System.nanoTime();
            if (moment != null) {
                fitNumbers(moment);
            }
            if (reordered) {
                showRows(moment);
            }
            refresh();
        }
        showPhases(moment);
    }

    @SuppressWarnings("ReferenceEquality") // at most one of them is not null
    private boolean isOther(@Nullable TraceMoment moment) {
        TraceMoment last = shown;
        if (moment == null || last == null) {
            return moment != last;
        }
        return moment.trace() != last.trace();
    }

    /** A replay that is held shows its instant at once. */
    private boolean isDue(TraceMoment moment) {
        boolean late = System.nanoTime() - refreshed >= MIN_REFRESH_NANOS;
        return !moment.equals(shown) && (late || moment.trace().isFinished());
    }

    private void showRows(@Nullable TraceMoment moment) {
        rows.clear();
        if (moment != null) {
            addRows(moment.trace());
        }
        setItems(FXCollections.observableList(rows));
        showSelection();
    }

    /** In the order of the chart, and only those that it shows; a heading is no row here. */
    private void addRows(Trace trace) {
        RowOrder known = order;
        if (known == null) {
            rows.addAll(trace.tasks());
            return;
        }
        for (int row = 0; row < known.rows(); row++) {
            int task = known.task(row);
            if (task >= 0 && task < trace.tasks().size()) {
                rows.add(trace.task(task));
            }
        }
    }

    private void showPhases(@Nullable TraceMoment moment) {
        Set<Phase> found = moment == null ? null : occurred.at(moment);
        phases.forEach(
                (phase, column) -> column.setVisible(found != null && found.contains(phase)));
        widenName();
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
