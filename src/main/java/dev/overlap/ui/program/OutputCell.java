package dev.overlap.ui.program;

import dev.overlap.text.program.WatchText;
import dev.overlap.ui.program.OutputLine.Source;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;

import org.jspecify.annotations.Nullable;

import java.util.function.ToLongFunction;

/** A line that a program has printed: when, on which stream, and what. */
final class OutputCell extends ListCell<OutputLine> {

    private static final PseudoClass ERR = PseudoClass.getPseudoClass("err");

    private final Label time = new Label();
    private final Label source = new Label();
    private final Label words = new Label();
    private final HBox line = new HBox(time, source, words);
    private final ToLongFunction<OutputLine> clock;

    /**
     * @param clock gives the time of a line, in nanoseconds since the begin of the chart
     */
    OutputCell(ToLongFunction<OutputLine> clock) {
        this.clock = clock;
        getStyleClass().add("output-cell");
        line.getStyleClass().add("output-line");
        time.getStyleClass().add("output-time");
        source.getStyleClass().add("output-source");
        words.getStyleClass().add("output-words");
        time.setMinWidth(USE_PREF_SIZE);
        source.setMinWidth(USE_PREF_SIZE);
        words.setMinWidth(USE_PREF_SIZE);
    }

    @Override
    protected void updateItem(@Nullable OutputLine item, boolean empty) {
        super.updateItem(item, empty);
        pseudoClassStateChanged(ERR, item != null && item.source() == Source.ERR);
        if (empty || item == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        boolean ours = item.source() == Source.GAP;
        time.setText(ours ? "" : WatchText.seconds(clock.applyAsLong(item)));
        source.setText(item.source() == Source.ERR ? "err" : "");
        words.setText(ours ? "\u2026 " + item.text() : item.text().replace("\t", "    "));
        setGraphic(line);
        setAccessibleText(time.getText() + " " + source.getText() + " " + item.text());
    }
}
