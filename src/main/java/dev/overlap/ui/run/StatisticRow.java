package dev.overlap.ui.run;

import dev.overlap.ui.controls.NodeVisibility;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/**
 * A line with a number and its name. One that is optional takes no room before the first run.
 *
 * <p>Threads: JavaFX thread only.
 */
final class StatisticRow extends HBox {

    private static final String NONE = "\u2013";

    private final Label name;
    private final Label number = new Label(NONE);
    private final boolean optional;

    private StatisticRow(String id, String words, boolean optional) {
        this.optional = optional;
        name = new Label(words);
        name.getStyleClass().add("quiet");
        name.setMinWidth(USE_PREF_SIZE);
        name.setLabelFor(number);
        number.setId("number-" + id);
        number.getStyleClass().add("figure");
        number.setMaxWidth(Double.MAX_VALUE);
        number.setWrapText(true); // rather than being cut off, where the pane is narrow
        setHgrow(number, Priority.ALWAYS);
        getStyleClass().add("number-line");
        getChildren().setAll(name, number);
        clear();
    }

    /** One that every run has. */
    static StatisticRow of(String id, String words) {
        return new StatisticRow(id, words, false);
    }

    /** One that only some runs have. */
    static StatisticRow optional(String id, String words) {
        return new StatisticRow(id, words, true);
    }

    /** Says more to whoever points at it. */
    StatisticRow meaning(String sentence) {
        Tooltip tooltip = new Tooltip(sentence);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(340);
        name.setTooltip(tooltip);
        return this;
    }

    void show(String text) {
        number.setText(text);
        NodeVisibility.set(this, true);
    }

    /** Shows a number where it applies; elsewhere the line is not there. */
    void showIf(boolean applies, String text) {
        number.setText(applies ? text : NONE);
        NodeVisibility.set(this, applies);
    }

    /** There is no run to tell of. */
    void clear() {
        number.setText(NONE);
        NodeVisibility.set(this, !optional);
    }
}
