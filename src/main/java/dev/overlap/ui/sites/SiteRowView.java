package dev.overlap.ui.sites;

import dev.overlap.plan.LineMeaning;
import dev.overlap.plan.SiteLine;
import dev.overlap.text.NumberFormats;
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
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.List;
import java.util.function.Consumer;

/**
 * The content of a site list row that is not being edited: a site with check box and count, a queue
 * with its size, a comment as quiet text, or an invalid line with its problem below.
 */
final class SiteRowView extends VBox {

    private final CheckBox on = new CheckBox();
    private final FontIcon queue = new FontIcon(Feather.INBOX);
    private final Label text = new Label();
    private final Label times = new Label();
    private final FontIcon warning = new FontIcon(Feather.ALERT_TRIANGLE);
    private final Label problem = new Label();
    private final Tooltip fullText = new Tooltip();
    private String accessibleText = "";

    /**
     * @param switched receives the new state of the check box
     * @param removed called when the row's remove button is pressed
     */
    SiteRowView(Consumer<Boolean> switched, Runnable removed) {
        getStyleClass().add("site-row");
        on.getStyleClass().add("site-on");
        on.setFocusTraversable(false); // Space on the row does the same
        on.setOnAction(_ -> switched.accept(on.isSelected()));
        text.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        text.setMaxWidth(Double.MAX_VALUE);
        text.setTooltip(fullText);
        HBox.setHgrow(text, Priority.ALWAYS);
        times.setMinWidth(USE_PREF_SIZE);
        times.getStyleClass().add("site-times");
        warning.getStyleClass().add("site-warning");
        problem.getStyleClass().add("site-problem");
        problem.setWrapText(true);
        StackPane end = new StackPane(times, warning, removeButton(removed)); // one at a time
        end.setAlignment(Pos.CENTER_RIGHT);
        end.setMinWidth(USE_PREF_SIZE);
        HBox line = new HBox(on, queue, text, end);
        line.getStyleClass().add("site-line");
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(line, problem);
    }

    private static Button removeButton(Runnable removed) {
        Button remove = new Button(null, new FontIcon(Feather.X));
        remove.getStyleClass().setAll("site-remove");
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

    void show(SiteLine line) {
        String shown =
                switch (line.meaning()) {
                    case LineMeaning.Nothing _ -> comment(line.text());
                    case LineMeaning.Entry entry -> site(entry);
                    case LineMeaning.Problem wrong -> problem(line, wrong);
                    case LineMeaning.Queue declared -> queue(declared);
                };
        text.setText(shown);
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
        times.setText("\u00d7" + NumberFormats.count(entry.times()));
        accessibleText = SiteListText.spoken(entry);
        return entry.steps().label();
    }

    private void showSwitch(LineMeaning.Entry entry) {
        on.setSelected(entry.on());
        on.setAccessibleText("Run " + entry.steps().label());
    }

    private String queue(LineMeaning.Queue declared) {
        applyStyle("queue", List.of(queue, times));
        times.setText(SiteListText.holds(declared));
        accessibleText = SiteListText.spoken(declared);
        return "queue " + declared.name();
    }

    /** A line that only contradicts another one can be switched off. */
    private String problem(SiteLine line, LineMeaning.Problem wrong) {
        LineMeaning.Entry entry = line.ownEntry();
        applyStyle(
                "bad", entry == null ? List.of(warning, problem) : List.of(on, warning, problem));
        if (entry != null) {
            showSwitch(entry);
        }
        problem.setText(wrong.sentence());
        accessibleText = "Not understood: " + line.text() + ". " + wrong.sentence();
        return line.text().strip();
    }

    /** Shows the nodes of this kind of line and sets its style class. */
    private void applyStyle(String kind, List<Node> parts) {
        getStyleClass().setAll("site-row", "site-" + kind);
        text.setWrapText(false);
        for (Node part : List.of(on, queue, times, warning, problem)) {
            NodeVisibility.set(part, parts.contains(part));
        }
    }
}
