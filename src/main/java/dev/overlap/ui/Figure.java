package dev.overlap.ui;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;

/**
 * A number and its name: a row of a grid. One that is optional takes no room while it has nothing
 * to say.
 */
final class Figure {

    private static final String NONE = "\u2013";

    private final Label name;
    private final Label number = new Label(NONE);
    private final boolean optional;

    private Figure(String id, String words, boolean optional) {
        this.optional = optional;
        name = new Label(words);
        name.getStyleClass().add("quiet");
        name.setMinWidth(Region.USE_PREF_SIZE);
        name.setLabelFor(number);
        number.setId("number-" + id);
        number.getStyleClass().add("figure");
        number.setMaxWidth(Double.MAX_VALUE);
        number.setWrapText(true); // rather than being cut off, where the pane is narrow
        clear();
    }

    /** One that every run has. */
    static Figure of(String id, String words) {
        return new Figure(id, words, false);
    }

    /** One that only some runs have. */
    static Figure optional(String id, String words) {
        return new Figure(id, words, true);
    }

    /** Says more to whoever points at it. */
    Figure meaning(String sentence) {
        Tooltip tooltip = new Tooltip(sentence);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(340);
        name.setTooltip(tooltip);
        return this;
    }

    /** Stands in the next row of a grid. */
    Figure in(GridPane grid) {
        grid.addRow(grid.getRowCount(), name, number);
        return this;
    }

    void show(String text) {
        number.setText(text);
        reveal(true);
    }

    /** Shows a number where it applies. */
    void showIf(boolean applies, String text) {
        if (applies) {
            show(text);
        } else {
            clear();
        }
    }

    /** There is nothing to say. */
    void clear() {
        number.setText(NONE);
        reveal(!optional);
    }

    private void reveal(boolean shown) {
        name.setVisible(shown);
        name.setManaged(shown);
        number.setVisible(shown);
        number.setManaged(shown);
    }
}
