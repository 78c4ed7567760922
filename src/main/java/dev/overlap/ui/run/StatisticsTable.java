package dev.overlap.ui.run;

import dev.overlap.text.NumberFormats;
import dev.overlap.text.RunText;
import dev.overlap.ui.controls.NodeVisibility;
import dev.overlap.ui.controls.TooltipNavigation;
import dev.overlap.ui.controls.WideTooltip;

import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A section with a table of times: a row per item, for at most {@value #MAX_ROWS}, of which the
 * first column names the item; hidden without any.
 *
 * <p>Threads: JavaFX thread only.
 *
 * @param <T> a row
 */
final class StatisticsTable<T> extends VBox {

    static final int MAX_ROWS = 16;

    /** A number that is not there. */
    static final String NONE = "\u2013";

    /**
     * A column.
     *
     * @param id of its cells, followed by the row
     * @param meaning its tooltip
     */
    record StatisticColumn<T>(String id, String title, String meaning, Function<T, String> text) {}

    private final GridPane grid = new GridPane();
    private final List<StatisticColumn<T>> columns;
    private final List<List<Label>> rows = new ArrayList<>();
    private final Label more = new Label();

    /**
     * Creates an empty table.
     *
     * @param id of the whole; that of its parts begins with it
     */
    StatisticsTable(String id, String title, List<StatisticColumn<T>> columns) {
        this.columns = List.copyOf(columns);
        setId(id + "-table");
        getStyleClass().add("section");
        grid.getStyleClass().add("workers-grid");
        List<Labeled> heads = new ArrayList<>();
        for (StatisticColumn<T> column : columns) {
            Label head = head(column);
            heads.add(head);
            grid.getColumnConstraints().add(constraints(grid.getColumnCount() == 0));
            grid.add(head, grid.getColumnConstraints().size() - 1, 0);
        }
        grid.setId(id + "-grid");
        TooltipNavigation.install(grid, RunText.COLUMNS_ACCESSIBLE.formatted(title), () -> heads);
        more.setId(id + "-more");
        more.getStyleClass().addAll("quiet", "helpers");
        getChildren().setAll(title(title), grid, more);
        clear();
    }

    private static HBox title(String words) {
        Label title = new Label(words);
        title.getStyleClass().add("pane-title");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        Label unit = new Label("times in ms");
        unit.getStyleClass().addAll("quiet", "helpers");
        return new HBox(title, unit);
    }

    private static ColumnConstraints constraints(boolean first) {
        ColumnConstraints constraints = new ColumnConstraints();
        if (first) {
            constraints.setHgrow(Priority.ALWAYS);
        } else {
            constraints.setHalignment(HPos.RIGHT);
            constraints.setMinWidth(USE_PREF_SIZE);
        }
        return constraints;
    }

    private static Label head(StatisticColumn<?> column) {
        Label head = new Label(column.title);
        head.getStyleClass().add("quiet");
        head.setTooltip(new WideTooltip(column.meaning));
        return head;
    }

    /**
     * Shows the rows of the first items.
     *
     * @param all the number of items, with and without a row
     */
    void show(List<T> first, int all) {
        int shown = first.size();
        while (rows.size() < shown) {
            addRow();
        }
        for (int i = 0; i < rows.size(); i++) {
            boolean visible = i < shown;
            rows.get(i).forEach(cell -> NodeVisibility.set(cell, visible));
            if (visible) {
                fill(rows.get(i), first.get(i));
            }
        }
        more.setText("and " + NumberFormats.count(all - shown) + " more");
        NodeVisibility.set(more, all > shown);
        NodeVisibility.set(this, shown > 0);
    }

    /** Shows nothing. */
    void clear() {
        show(List.of(), 0);
    }

    private void addRow() {
        List<Label> row = new ArrayList<>();
        for (StatisticColumn<T> column : columns) {
            Label cell = new Label();
            cell.setId(column.id + "-" + rows.size());
            row.add(cell);
        }
        rows.add(row);
        grid.addRow(rows.size(), row.toArray(Node[]::new));
    }

    private void fill(List<Label> row, T item) {
        String name = columns.getFirst().text.apply(item);
        for (int i = 0; i < columns.size(); i++) {
            String text = columns.get(i).text.apply(item);
            row.get(i).setText(text);
            row.get(i)
                    .setAccessibleText(
                            i == 0 ? text : name + ", " + columns.get(i).title + ": " + text);
        }
    }
}
