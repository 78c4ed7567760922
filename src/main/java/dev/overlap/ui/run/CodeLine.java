package dev.overlap.ui.run;

import dev.overlap.snippet.HighlightedLine;
import dev.overlap.snippet.Token;
import dev.overlap.text.RunText;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.function.IntPredicate;

/**
 * A line of a program: its number and its highlighted text; marked while the selected task is in
 * it.
 */
public final class CodeLine extends ListCell<HighlightedLine> {

    private static final PseudoClass NOW = PseudoClass.getPseudoClass("now");

    private final Label number = new Label();
    private final TextFlow content = new TextFlow();
    private final HBox both = new HBox(number, content);
    private final IntPredicate now;

    /**
     * @param now whether the selected task is in the line with this index
     */
    public CodeLine(IntPredicate now) {
        this.now = now;
        getStyleClass().add("code-line");
        number.getStyleClass().add("code-line-number");
        both.getStyleClass().add("code-words");
        content.setMinWidth(USE_PREF_SIZE);
    }

    @Override
    protected void updateItem(@Nullable HighlightedLine line, boolean empty) {
        super.updateItem(line, empty);
        pseudoClassStateChanged(NOW, !empty && now.test(getIndex()));
        if (empty || line == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        number.setText(Integer.toString(getIndex() + 1));
        content.getChildren().setAll(line.tokens().stream().map(CodeLine::styled).toList());
        setGraphic(both);
        setAccessibleText(sentence(line));
    }

    /** The accessible text of the line. */
    private String sentence(HighlightedLine line) {
        String here = now.test(getIndex()) ? RunText.MARKED_LINE : "";
        return "Line " + number.getText() + here + ": " + line.text();
    }

    private static Text styled(Token token) {
        Text text = new Text(token.text());
        text.getStyleClass().addAll("code", "code-" + token.type().name().toLowerCase(Locale.ROOT));
        return text;
    }
}
