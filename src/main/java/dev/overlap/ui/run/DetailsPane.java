package dev.overlap.ui.run;

import dev.overlap.chart.background.TaskMoment;
import dev.overlap.chart.background.TraceQuestion;
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
    private final TraceQuestion<TaskMoment, String> explanations =
            new TraceQuestion<>(TaskMoment::trace, DetailsPane::explanation);
    private @Nullable TaskMoment shown;

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
        setText(remarks, TaskText.remarks(task, moment));
        shown = new TaskMoment(moment.trace(), task.index(), moment.horizonNanos());
        explain(shown);
    }

    private static String explanation(TaskMoment at) {
        return String.join("\n", WaitExplanation.of(at.trace(), at.task(), at.horizonNanos()));
    }

    /** Explains the waits, once it is known if they were still being looked for. */
    void refresh() {
        if (shown != null) {
            explain(shown);
        }
    }

    /**
     * Explaining waits visits other tasks, so those of a long run are told once they are found, and
     * until then those of an earlier moment.
     */
    private void explain(TaskMoment now) {
        String known = explanations.askSimilar(now, now::isOfSameTask);
        setText(waits, known == null ? "" : known);
        setAccessibleText(
                Stream.of(
                                "Task " + label.getText() + ": " + summary.getText() + ".",
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
        shown = null;
        label.setText("Details");
        label.setTooltip(null);
        summary.setText(NO_SELECTION);
        NodeVisibility.set(phases, false);
        NodeVisibility.set(waits, false);
        NodeVisibility.set(remarks, false);
        setAccessibleText(NO_SELECTION);
    }
}
