package dev.overlap.ui;

import dev.overlap.render.RowGrouping;
import dev.overlap.text.WindowText;
import dev.overlap.ui.controls.SegmentedButton;
import dev.overlap.ui.controls.SegmentedButton.Pill;
import dev.overlap.ui.guess.GuessField;

import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import java.util.List;

/**
 * The row above the chart: what its rows are, the guess, and room to find a row.
 *
 * <p>Threads: JavaFX thread only.
 */
final class ChartToolBar extends HBox {

    private static final double MIN_FOR_NAMES = 600;

    private final ObjectProperty<RowGrouping> folding;

    /**
     * A bar for a chart.
     *
     * @param folding what the rows of the chart are; follows this bar, and is followed
     * @param guess where a guess is typed
     * @param find shown at the right
     */
    ChartToolBar(ObjectProperty<RowGrouping> folding, GuessField guess, Node find) {
        this.folding = folding;
        getStyleClass().add("rows-bar");
        setAlignment(Pos.CENTER_LEFT);
        setHgrow(find, Priority.ALWAYS);
        Label rows = name("Rows");
        SegmentedButton<RowGrouping> segmentedButton =
                new SegmentedButton<>(
                        folding,
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
                                        WindowText.ROWS_BY_CONNECTION_HELP)));
        guess.setId("guess");
        Label guessLabel = name("Guess");
        guessLabel.setLabelFor(guess);
        getChildren().setAll(rows, segmentedButton, guessLabel, guess, find);
    }

    /** Names what is right of it, and gives way where the bar has no room for names. */
    private Label name(String word) {
        Label label = new Label(word);
        label.getStyleClass().add("quiet");
        label.setMinWidth(USE_PREF_SIZE);
        label.visibleProperty().bind(widthProperty().greaterThanOrEqualTo(MIN_FOR_NAMES));
        label.managedProperty().bind(label.visibleProperty());
        return label;
    }

    /** From tasks to workers, to connections, and round again. */
    void foldNext() {
        folding.set(folding.get().next());
    }
}
