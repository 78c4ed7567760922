package dev.overlap.ui.sites;

import dev.overlap.plan.LineMeaning;
import dev.overlap.plan.SiteLine;
import dev.overlap.plan.repair.LineAdvice;
import dev.overlap.plan.repair.LineAdvisor;
import dev.overlap.text.DirectionMarks;
import dev.overlap.text.SiteListText;
import dev.overlap.ui.controls.NodeVisibility;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.List;

/**
 * The content of a site list row that is not being edited: a site with check box and count, a queue
 * with its size, a comment as quiet text, or an invalid line with its problem below. Counting and
 * removing are places of their own.
 */
final class SiteRowView extends VBox {

    private final CheckBox on = new CheckBox();
    private final FontIcon queue = new FontIcon(Feather.INBOX);
    private final Label text = new Label();
    private final CountEditor times;
    private final Label holds = new Label();
    private final FontIcon warning = new FontIcon(Feather.ALERT_TRIANGLE);
    private final LineHint hint;
    private final LineAdvisor advisor;
    private final Tooltip fullText = new Tooltip();
    private String accessibleText = "";

    /** What people do with a row. */
    interface Actions {

        void switchTo(boolean on);

        void repeat(int times);

        void remove();

        /** Replaces the line by others. */
        void mend(List<SiteLine> lines);
    }

    /**
     * @param advisor knows what to say of lines
     */
    SiteRowView(Actions actions, LineAdvisor advisor) {
        this.advisor = advisor;
        times = new CountEditor(actions::repeat);
        hint = new LineHint(actions::mend);
        getStyleClass().add("site-row");
        on.getStyleClass().add("site-on");
        on.setFocusTraversable(false); // Space on the row does the same
        on.setOnAction(_ -> actions.switchTo(on.isSelected()));
        text.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        text.setMaxWidth(Double.MAX_VALUE);
        text.setTooltip(fullText);
        HBox.setHgrow(text, Priority.ALWAYS);
        holds.setMinWidth(USE_PREF_SIZE);
        holds.getStyleClass().add("site-holds");
        warning.getStyleClass().add("site-warning");
        HBox line = new HBox(on, queue, warning, text, holds, times, removeButton(actions::remove));
        line.getStyleClass().add("site-line");
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(line, hint);
    }

    private static Button removeButton(Runnable removed) {
        Button remove = new Button(null, new FontIcon(Feather.X));
        remove.getStyleClass().setAll("site-remove");
        remove.setMinWidth(USE_PREF_SIZE);
        remove.setFocusTraversable(false); // Delete on the row does the same
        remove.setAccessibleText("Remove this line");
        remove.setTooltip(new Tooltip(SiteListText.REMOVE_LINE_HELP));
        remove.setOnAction(_ -> removed.run());
        return remove;
    }

    /** The accessible text of the row. */
    String sentence() {
        return accessibleText;
    }

    /** Edits the count of the shown line. */
    void editCount() {
        times.edit();
    }

    /** Shows what is wrong with the line in full, or in one line. */
    void setWrapped(boolean wrapped) {
        hint.setWrapped(wrapped);
    }

    void show(SiteLine line) {
        LineAdvice lineAdvice = advisor.advice(line);
        String shown =
                switch (line.meaning()) {
                    case LineMeaning.Nothing _ -> comment(line.text());
                    case LineMeaning.Entry entry -> site(entry);
                    case LineMeaning.Problem _ -> problem(line);
                    case LineMeaning.Queue declared -> queue(declared);
                };
        hint.show(lineAdvice);
        text.setText(DirectionMarks.leftToRight(shown));
        accessibleText += lineAdvice == null ? "" : " " + hint.sentence();
        if (lineAdvice != null && line.problem() == null) {
            getStyleClass().add("site-doubt");
        }
        fullText.setText(line.text().isBlank() ? "A blank line" : line.text());
    }

    private String comment(String written) {
        applyStyle("comment", List.of());
        text.setWrapText(true);
        String words = written.strip().replaceFirst("^#+\\s*", "");
        accessibleText = words.isEmpty() ? "A blank line." : "Comment: " + words;
        return words;
    }

    private String site(LineMeaning.Entry entry) {
        applyStyle(entry.on() ? "on" : "off", List.of(on, times));
        text.setWrapText(!entry.steps().isSingle()); // its middle says as much as its ends
        showSwitch(entry);
        times.show(entry.times());
        accessibleText = SiteListText.spoken(entry);
        return entry.steps().label();
    }

    private void showSwitch(LineMeaning.Entry entry) {
        on.setSelected(entry.on());
        on.setAccessibleText("Run " + entry.steps().label());
    }

    private String queue(LineMeaning.Queue declared) {
        applyStyle("queue", List.of(queue, holds));
        holds.setText(SiteListText.holds(declared));
        accessibleText = SiteListText.spoken(declared);
        return "queue " + declared.name();
    }

    /** A line that only contradicts another one can be switched off. */
    private String problem(SiteLine line) {
        LineMeaning.Entry entry = line.ownEntry();
        applyStyle("bad", entry == null ? List.of(warning) : List.of(on, warning));
        if (entry != null) {
            showSwitch(entry);
        }
        accessibleText = "Not understood: " + line.text() + ".";
        return line.text().strip();
    }

    /** Shows the nodes of this kind of line and sets its style class. */
    private void applyStyle(String kind, List<Node> parts) {
        getStyleClass().setAll("site-row", "site-" + kind);
        text.setWrapText(false);
        for (Node part : List.of(on, queue, times, holds, warning)) {
            NodeVisibility.set(part, parts.contains(part));
        }
    }
}
