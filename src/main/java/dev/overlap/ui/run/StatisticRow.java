package dev.overlap.ui.run;

import dev.overlap.text.glossary.RunNumber;
import dev.overlap.ui.controls.NodeVisibility;
import dev.overlap.ui.controls.WideTooltip;

import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/**
 * A row with the name and value of a statistic. An optional one is hidden before the first run.
 *
 * <p>Threads: JavaFX thread only.
 */
final class StatisticRow extends HBox {

    private static final String NONE = "\u2013";

    private final Label name;
    private final Label value = new Label(NONE);
    private final boolean optional;

    private StatisticRow(String id, String label, boolean optional) {
        this.optional = optional;
        name = new Label(label);
        name.getStyleClass().add("quiet");
        name.setMinWidth(USE_PREF_SIZE);
        name.setLabelFor(value);
        value.setId("number-" + id);
        value.getStyleClass().add("figure");
        value.setMaxWidth(Double.MAX_VALUE);
        value.setWrapText(true); // instead of being truncated in a narrow pane
        setHgrow(value, Priority.ALWAYS);
        getStyleClass().add("number-line");
        getChildren().setAll(name, value);
        explain(RunNumber.meaningOf(id));
        clear();
    }

    /** Creates a row that applies to every run. */
    static StatisticRow of(String id, String label) {
        return new StatisticRow(id, label, false);
    }

    /** Creates a row that applies to some runs only. */
    static StatisticRow optional(String id, String label) {
        return new StatisticRow(id, label, true);
    }

    private void explain(String meaning) {
        if (!meaning.isEmpty()) {
            name.setTooltip(new WideTooltip(meaning));
            value.setTooltip(new WideTooltip(meaning));
            value.setAccessibleHelp(meaning);
        }
    }

    /** The label with the name, and the explanation as its tooltip. */
    Labeled name() {
        return name;
    }

    void show(String text) {
        value.setText(text);
        NodeVisibility.set(this, true);
    }

    /** Shows a value if it applies, or else hides the row. */
    void showIf(boolean applies, String text) {
        value.setText(applies ? text : NONE);
        NodeVisibility.set(this, applies);
    }

    /** Clears the row: there is no run. */
    void clear() {
        value.setText(NONE);
        NodeVisibility.set(this, !optional);
    }
}
