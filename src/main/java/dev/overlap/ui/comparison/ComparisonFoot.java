package dev.overlap.ui.comparison;

import dev.overlap.comparison.forecast.ForecastProgress;
import dev.overlap.text.comparison.ComparisonScreenText;
import dev.overlap.ui.controls.NodeVisibility;
import dev.overlap.ui.controls.WideTooltip;

import javafx.beans.property.BooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Control;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * What is below a comparison: its forecast or progress, what can be done with its results, and the
 * conclusion.
 *
 * <p>Threads: JavaFX thread only.
 */
final class ComparisonFoot extends VBox {

    /**
     * Which of the actions apply.
     *
     * @param former whether there are former results
     * @param later whether there are later ones
     * @param zoomed whether a part of the time axis is shown
     * @param startUp whether workers had to start up
     */
    record Applying(boolean former, boolean later, boolean zoomed, boolean startUp) {}

    private final ProgressBar bar = new ProgressBar(0);
    private final Label progress = new Label();
    private final CheckBox withoutStartUp =
            new CheckBox(ComparisonScreenText.WITHOUT_START_UP_BUTTON);
    private final Hyperlink all = new Hyperlink(ComparisonScreenText.SHOW_ALL);
    private final Hyperlink former = new Hyperlink(ComparisonScreenText.FORMER);
    private final Hyperlink later = new Hyperlink(ComparisonScreenText.LATER);
    private final Label otherList = new Label(ComparisonScreenText.OTHER_LIST);
    private final Label conclusion = new Label();
    private final Label busy = new Label("", new FontIcon(Feather.ALERT_TRIANGLE));

    ComparisonFoot(Runnable onAll, Runnable onFormer, Runnable onLater) {
        getStyleClass().add("compare-foot");
        named(bar, "compare-bar", ComparisonScreenText.PROGRESS_ACCESSIBLE);
        named(withoutStartUp, "compare-start-up", ComparisonScreenText.WITHOUT_START_UP_HELP);
        named(all, "compare-all", ComparisonScreenText.SHOW_ALL_HELP).setOnAction(_ -> onAll.run());
        named(former, "compare-former", ComparisonScreenText.FORMER_HELP)
                .setOnAction(_ -> onFormer.run());
        named(later, "compare-later", ComparisonScreenText.LATER_HELP)
                .setOnAction(_ -> onLater.run());
        bar.setFocusTraversable(false);
        bar.setMinWidth(USE_PREF_SIZE);
        setUpLabels();
        HBox actions = new HBox(10, withoutStartUp, all, former, later);
        actions.setAlignment(Pos.CENTER_RIGHT);
        HBox row = new HBox(10, bar, progress, actions);
        row.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(actions, Priority.ALWAYS);
        getChildren().setAll(row, otherList, conclusion, busy);
        showBar(null);
        show(new Applying(false, false, false, false));
        showOtherList(false);
        showBusy("", "");
    }

    private void setUpLabels() {
        progress.setId("compare-progress");
        progress.getStyleClass().add("quiet");
        progress.setWrapText(true);
        progress.setMinWidth(0);
        otherList.setId("compare-other-list");
        otherList.getStyleClass().add("compare-other-list");
        otherList.setWrapText(true);
        conclusion.setId("conclusion");
        conclusion.setWrapText(true);
        conclusion.setMinHeight(USE_PREF_SIZE);
        conclusion.getStyleClass().add("conclusion");
        busy.setId("compare-busy");
        busy.setWrapText(true);
        busy.setMinHeight(USE_PREF_SIZE);
        busy.setTooltip(new WideTooltip(""));
        busy.getStyleClass().add("warning");
    }

    private static <T extends Control> T named(T control, String id, String sentence) {
        control.setId(id);
        control.setAccessibleText(sentence);
        control.setTooltip(new Tooltip(sentence));
        if (!(control instanceof ProgressBar)) {
            control.setMinWidth(USE_PREF_SIZE);
        }
        return control;
    }

    /** Shows how far the comparison is; null if none is running. */
    void showBar(@Nullable ForecastProgress now) {
        NodeVisibility.set(bar, now != null);
        if (now != null) {
            bar.setProgress(now.share());
        }
    }

    void showProgress(String sentence) {
        progress.setText(sentence);
    }

    void showConclusion(String sentence) {
        conclusion.setText(sentence);
    }

    /** Shows that the machine was busy, and what that means; hidden if empty. */
    void showBusy(String sentence, String meaning) {
        if (!sentence.equals(busy.getText())) {
            busy.setText(sentence);
            busy.setAccessibleHelp(meaning);
            busy.getTooltip().setText(meaning);
        }
        NodeVisibility.set(busy, !sentence.isEmpty());
    }

    /** Shows whether the results are of another list or other settings than the window's. */
    void showOtherList(boolean other) {
        NodeVisibility.set(otherList, other);
    }

    /** Shows the actions that apply. */
    void show(Applying actions) {
        set(withoutStartUp, actions.startUp);
        set(all, actions.zoomed);
        set(former, actions.former);
        set(later, actions.later);
    }

    /** Hiding what has the focus would leave the keyboard nowhere. */
    private void set(Node node, boolean visible) {
        if (!visible && node.isFocused() && getParent() != null) {
            getParent().requestFocus();
        }
        NodeVisibility.set(node, visible);
    }

    /** Whether the start-up of workers is left out. */
    BooleanProperty withoutStartUpProperty() {
        return withoutStartUp.selectedProperty();
    }
}
