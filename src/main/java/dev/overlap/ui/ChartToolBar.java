package dev.overlap.ui;

import atlantafx.base.theme.Styles;

import dev.overlap.chart.Timeline;
import dev.overlap.render.RowGrouping;
import dev.overlap.text.PictureText;
import dev.overlap.text.WindowText;
import dev.overlap.text.table.TaskTableText;
import dev.overlap.ui.controls.ResponsiveLabels;
import dev.overlap.ui.controls.SegmentedButton;
import dev.overlap.ui.controls.SegmentedButton.Pill;
import dev.overlap.ui.guess.GuessField;
import dev.overlap.ui.rows.ArrangeMenu;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.List;

/**
 * The tool bar above the chart: row grouping and the guess.
 *
 * <p>Threads: JavaFX thread only.
 */
final class ChartToolBar extends HBox {

    private static final double LETTERS_FOR_LABELS = 46;

    /** A narrower bar abbreviates the longer names of groupings. */
    private static final double LETTERS_FOR_WORDS = 46;

    /** A narrower bar shows the menu of rows as an icon. */
    private static final double LETTERS_FOR_ARRANGE = 52;

    /** A narrower bar leaves the table to its key and to the palette. */
    private static final double LETTERS_FOR_TABLE = 40;

    private final ObjectProperty<RowGrouping> grouping;
    private final ReadOnlyBooleanProperty sharesNothing;

    /**
     * Creates the tool bar of a chart.
     *
     * @param timeline whose row grouping is bound in both directions
     * @param table whether the table is shown in place of the chart; bound in both directions
     * @param guess the field for the guess
     */
    ChartToolBar(Timeline timeline, BooleanProperty table, GuessField guess) {
        this.grouping = timeline.groupingProperty();
        this.sharesNothing = timeline.sharesNothingProperty();
        getStyleClass().add("rows-bar");
        setAlignment(Pos.CENTER_LEFT);
        Label rows = label("Rows");
        SegmentedButton<RowGrouping> segmentedButton =
                new SegmentedButton<>(
                        grouping,
                        List.of(
                                new Pill<>(
                                        "fold-task",
                                        "Tasks",
                                        RowGrouping.TASKS,
                                        WindowText.ROWS_BY_TASK_HELP),
                                new Pill<>(
                                        "fold-worker",
                                        "Workers",
                                        RowGrouping.WORKERS,
                                        WindowText.ROWS_BY_WORKER_HELP),
                                new Pill<>(
                                        "fold-connection",
                                        "Connections",
                                        RowGrouping.CONNECTIONS,
                                        WindowText.ROWS_BY_CONNECTION_HELP),
                                new Pill<>(
                                        "fold-resource",
                                        "Resources",
                                        RowGrouping.RESOURCES,
                                        WindowText.ROWS_BY_RESOURCE_HELP)));
        segmentedButton.abbreviate(RowGrouping.CONNECTIONS, "Conn.", this, LETTERS_FOR_WORDS);
        segmentedButton.abbreviate(RowGrouping.RESOURCES, "Res.", this, LETTERS_FOR_WORDS);
        sharesNothing.subscribe(
                nothing ->
                        segmentedButton.setUnavailable(
                                RowGrouping.RESOURCES, nothing ? PictureText.NO_RESOURCES : ""));
        guess.setId("guess");
        Label guessLabel = label("Guess");
        guessLabel.setLabelFor(guess);
        ArrangeMenu arrange = new ArrangeMenu(timeline);
        ResponsiveLabels.showTextIfWide(this, LETTERS_FOR_ARRANGE, arrange);
        ToggleButton asTable = tableButton(table);
        ResponsiveLabels.showIfWide(this, LETTERS_FOR_TABLE, asTable);
        getChildren().setAll(rows, segmentedButton, arrange, asTable, guessLabel, guess);
    }

    private static ToggleButton tableButton(BooleanProperty table) {
        ToggleButton button = new ToggleButton(null, new FontIcon(Feather.LIST));
        button.setId("show-table");
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.SMALL);
        button.setAccessibleText(TaskTableText.TABLE + ". " + TaskTableText.HELP);
        button.setTooltip(new Tooltip(TaskTableText.HELP));
        button.selectedProperty().bindBidirectional(table);
        return button;
    }

    /** A label for the control to its right, hidden if the bar is narrow. */
    private Label label(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("quiet");
        label.setMinWidth(USE_PREF_SIZE);
        ResponsiveLabels.showIfWide(this, LETTERS_FOR_LABELS, label);
        return label;
    }

    /**
     * Switches from tasks to workers, to connections, to resources if there are any, and back to
     * tasks.
     */
    void nextGrouping() {
        RowGrouping next = grouping.get().next();
        boolean greyed = next == RowGrouping.RESOURCES && sharesNothing.get();
        grouping.set(greyed ? next.next() : next);
    }
}
