package dev.overlap.ui.rows;

import atlantafx.base.theme.Styles;

import dev.overlap.chart.Timeline;
import dev.overlap.render.RowGrouping;
import dev.overlap.render.rows.RowOrder;
import dev.overlap.text.rows.RowText;
import dev.overlap.ui.controls.NodeVisibility;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/**
 * Says above a timeline that rows or phases of the run are not shown, and shows them again at a
 * click. Invisible while everything is shown.
 *
 * <p>Threads: JavaFX thread only.
 */
public final class RowsNotice extends HBox {

    private final Timeline timeline;
    private final Label words = new Label();

    public RowsNotice(Timeline timeline) {
        this.timeline = timeline;
        setId("rows-notice");
        getStyleClass().add("rows-notice");
        setAlignment(Pos.CENTER_LEFT);
        words.setId("rows-notice-words");
        words.setMinWidth(0);
        words.setMaxWidth(Double.MAX_VALUE);
        setHgrow(words, Priority.ALWAYS);
        getChildren().setAll(words, showAll());
        timeline.rowOrderProperty().subscribe(this::show);
        timeline.groupingProperty().subscribe(this::show);
        show();
    }

    private Button showAll() {
        Button button = new Button(RowText.SHOW_ALL);
        button.setId("show-all-rows");
        button.getStyleClass().add(Styles.SMALL);
        button.setMinWidth(USE_PREF_SIZE);
        button.setAccessibleText(RowText.SHOW_ALL + ". " + RowText.SHOW_ALL_HELP);
        button.setTooltip(new Tooltip(RowText.SHOW_ALL_HELP));
        button.setOnAction(_ -> showEverything());
        return button;
    }

    private void showEverything() {
        timeline.rowChoiceProperty().set(timeline.rowChoiceProperty().get().showingAll());
        timeline.requestFocus(); // this button is about to vanish
    }

    private void show() {
        RowOrder order = timeline.rowOrderProperty().get();
        boolean tasks = timeline.groupingProperty().get() == RowGrouping.TASKS;
        String concealed = order == null ? "" : order.concealed(tasks);
        words.setText(concealed);
        words.setTooltip(concealed.isEmpty() ? null : new Tooltip(concealed));
        NodeVisibility.set(this, !concealed.isEmpty());
    }
}
