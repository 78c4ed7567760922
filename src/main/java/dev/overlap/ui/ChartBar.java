package dev.overlap.ui;

import atlantafx.base.theme.Styles;

import dev.overlap.paint.Folding;

import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/**
 * The row above the chart: what its rows are, and room to find one.
 *
 * <p>Threads: JavaFX thread only.
 */
final class ChartBar extends HBox {

    private final ToggleGroup group = new ToggleGroup();
    private final ObjectProperty<Folding> folding;

    /**
     * A bar for a chart.
     *
     * @param folding what the rows of the chart are; follows this bar, and is followed
     * @param find shown at the right
     */
    ChartBar(ObjectProperty<Folding> folding, Node find) {
        this.folding = folding;
        getStyleClass().add("rows-bar");
        setAlignment(Pos.CENTER_LEFT);
        setHgrow(find, Priority.ALWAYS);
        Label rows = new Label("Rows");
        rows.getStyleClass().add("quiet");
        rows.setMinWidth(USE_PREF_SIZE);
        HBox pills =
                new HBox(
                        pill("fold-task", "Tasks", Folding.TASKS, Styles.LEFT_PILL),
                        pill("fold-worker", "Workers", Folding.WORKERS, Styles.RIGHT_PILL));
        pills.setMinWidth(USE_PREF_SIZE);
        getChildren().setAll(rows, pills, find);
        folding.subscribe(this::show);
    }

    private ToggleButton pill(String id, String name, Folding meaning, String shape) {
        ToggleButton pill = new ToggleButton(name);
        pill.setId(id);
        pill.setToggleGroup(group);
        pill.setUserData(meaning);
        pill.getStyleClass().addAll(shape, Styles.SMALL);
        String sentence =
                switch (meaning) {
                    case TASKS -> "A row a task: what each one waited for (V).";
                    case WORKERS -> "A row a worker: who did the work (V).";
                };
        pill.setAccessibleText(sentence);
        pill.setTooltip(new Tooltip(sentence));
        pill.setOnAction(_ -> choose(meaning));
        return pill;
    }

    /** A second click on the chosen one would leave none chosen. */
    private void choose(Folding meaning) {
        folding.set(meaning);
        show(meaning);
    }

    private void show(Folding now) {
        group.getToggles().stream()
                .filter(pill -> pill.getUserData() == now)
                .forEach(group::selectToggle);
    }

    /** From tasks to workers and back. */
    void toggle() {
        folding.set(
                switch (folding.get()) {
                    case TASKS -> Folding.WORKERS;
                    case WORKERS -> Folding.TASKS;
                });
    }
}
