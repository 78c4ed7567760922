package dev.overlap.ui.run;

import dev.overlap.text.DisplayNames;
import dev.overlap.text.RunText;
import dev.overlap.text.TaskText;
import dev.overlap.text.WaitExplanation;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.TraceMoment;
import dev.overlap.ui.controls.NodeVisibility;

import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Shows what the selected task did up to the current moment. */
final class DetailsPane extends VBox {

    private static final String NO_SELECTION = RunText.NO_TASK_SELECTED;

    private final Label label = new Label("Details");
    private final Label summary = new Label();
    private final PhaseTable phases = new PhaseTable();
    private final Label waits = new Label();
    private final Label remarks = new Label();
    private final Tooltip fullLabel = new Tooltip();

    DetailsPane() {
        setId("details");
        getStyleClass().add("section");
        label.setId("details-label");
        label.getStyleClass().add("pane-title");
        label.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        summary.setId("details-summary");
        summary.getStyleClass().add("quiet");
        summary.setWrapText(true);
        waits.setId("details-waits");
        waits.setWrapText(true);
        remarks.setId("details-remarks");
        remarks.getStyleClass().add("quiet");
        remarks.setWrapText(true);
        getChildren().setAll(label, summary, phases, waits, remarks);
        showNothing();
    }

    /**
     * Shows a task.
     *
     * @param index of the task, or -1 for none
     */
    void show(@Nullable TraceMoment moment, int index) {
        if (moment == null || index < 0 || index >= moment.trace().tasks().size()) {
            showNothing();
        } else {
            show(moment.trace().task(index), moment);
        }
    }

    private void show(TaskTrack task, TraceMoment moment) {
        label.setText(DisplayNames.whole(task));
        fullLabel.setText(DisplayNames.whole(task));
        label.setTooltip(fullLabel);
        summary.setText(TaskText.summary(task, moment));
        phases.show(moment.trace(), task, moment.horizonNanos());
        NodeVisibility.set(phases, true);
        setText(
                waits,
                String.join(
                        "\n",
                        WaitExplanation.of(moment.trace(), task.index(), moment.horizonNanos())));
        setText(remarks, TaskText.remarks(task, moment));
        setAccessibleText(
                Stream.of(
                                "Task " + DisplayNames.whole(task) + ": " + summary.getText() + ".",
                                waits.getText(),
                                remarks.getText())
                        .filter(words -> !words.isEmpty())
                        .collect(Collectors.joining("\n")));
    }

    private static void setText(Label line, String sentences) {
        line.setText(sentences);
        NodeVisibility.set(line, !sentences.isEmpty());
    }

    private void showNothing() {
        label.setText("Details");
        label.setTooltip(null);
        summary.setText(NO_SELECTION);
        NodeVisibility.set(phases, false);
        NodeVisibility.set(waits, false);
        NodeVisibility.set(remarks, false);
        setAccessibleText(NO_SELECTION);
    }
}
