package dev.overlap.ui.sites;

import atlantafx.base.theme.Styles;

import dev.overlap.plan.SiteLine;
import dev.overlap.plan.repair.LineAdvice;
import dev.overlap.text.sites.RepairText;
import dev.overlap.ui.controls.NodeVisibility;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * What is wrong with a line, or doubtful, in one line of text, with a button that mends it where it
 * is known how. Hidden if there is nothing to say.
 */
final class LineHint extends HBox {

    private final Label sentence = new Label();
    private final Button mend = new Button();
    private final Tooltip whole = new Tooltip();
    private final Tooltip proposal = new Tooltip();
    private List<SiteLine> mended = List.of();

    /**
     * @param taken receives the lines that the button proposes
     */
    LineHint(Consumer<List<SiteLine>> taken) {
        getStyleClass().add("line-hint");
        setAlignment(Pos.CENTER_LEFT);
        sentence.getStyleClass().add("site-problem");
        sentence.setTooltip(whole);
        sentence.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        mend.getStyleClass().addAll(Styles.SMALL, "site-mend");
        mend.setMinWidth(USE_PREF_SIZE);
        mend.setFocusTraversable(false); // an editor keeps the focus; the menu of the line has it
        mend.setTooltip(proposal);
        mend.setOnAction(_ -> taken.accept(mended));
        getChildren().setAll(sentence, mend);
        show(null);
    }

    void show(@Nullable LineAdvice lineAdvice) {
        NodeVisibility.set(this, lineAdvice != null);
        mended = lineAdvice == null ? List.of() : lineAdvice.mended();
        if (lineAdvice == null) {
            return;
        }
        sentence.setText(RepairText.sentence(lineAdvice));
        whole.setText(lineAdvice.sentence());
        NodeVisibility.set(mend, lineAdvice.repair() != null);
        if (lineAdvice.repair() != null) {
            mend.setText(RepairText.button(lineAdvice.repair()));
            String lines = mended.stream().map(SiteLine::text).collect(Collectors.joining("\n"));
            proposal.setText(lines);
            mend.setAccessibleText("Change the line to " + lines);
        }
    }

    /** Shows the sentence in full, or in one line. */
    void setWrapped(boolean wrapped) {
        sentence.setWrapText(wrapped);
    }

    /** The sentence that is shown. */
    String sentence() {
        return sentence.getText();
    }
}
