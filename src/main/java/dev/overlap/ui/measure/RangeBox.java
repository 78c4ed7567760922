package dev.overlap.ui.measure;

import dev.overlap.chart.Timeline;
import dev.overlap.chart.background.TraceCalculator;
import dev.overlap.chart.background.TraceQuestion;
import dev.overlap.render.TimeRange;
import dev.overlap.text.measure.MeasuredFigure;
import dev.overlap.text.measure.RangeText;
import dev.overlap.trace.Phase;
import dev.overlap.trace.Trace;
import dev.overlap.trace.TraceMoment;
import dev.overlap.trace.metrics.RangeMeter;
import dev.overlap.trace.metrics.RangeStatistics;
import dev.overlap.ui.controls.IconButton;
import dev.overlap.ui.controls.NodeVisibility;
import dev.overlap.ui.run.PhaseStylesheet;

import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The figures of the range that is selected in a timeline, and what can be done with it; hidden
 * without a range. The figures are of the whole range even in a replay, which would otherwise
 * change them while people read, but of a live run up to the present.
 *
 * <p>Threads: JavaFX thread only.
 */
public final class RangeBox extends VBox {

    /**
     * A range that was measured, by a meter that knows the trace and its present. Meters are
     * compared by identity: there is one per present.
     */
    private record Measured(RangeMeter meter, TimeRange range, RangeStatistics figures) {}

    private record Question(Trace trace, RangeMeter meter, TimeRange range) {

        Measured answer() {
            return new Measured(meter, range, meter.measure(range.beginNanos(), range.endNanos()));
        }
    }

    private record Shown(TraceMoment moment, Measured measured) {}

    private final Timeline timeline;
    private final Label title = new Label();
    private final Label length = new Label();
    private final Label remark = new Label();
    private final FigureList figures;
    private final Button play = new Button(RangeText.PLAY);
    private final TraceCalculator<RangeMeter> meters =
            new TraceCalculator<>(moment -> new RangeMeter(moment.trace(), moment.horizonNanos()));
    private final TraceQuestion<Question, Measured> measurements =
            new TraceQuestion<>(Question::trace, Question::answer);
    private @Nullable Shown shown;
    private String table = "";

    /**
     * Creates a hidden box.
     *
     * @param play replays the range of the timeline
     * @param say shows a sentence
     */
    public RangeBox(Timeline timeline, Runnable play, Consumer<String> say) {
        this.timeline = timeline;
        setId("range");
        getStyleClass().add("range-panel");
        setAccessibleRole(AccessibleRole.PARENT);
        title.setId("range-title");
        title.getStyleClass().add("pane-title");
        length.setId("range-length");
        length.getStyleClass().add("figure");
        remark.setId("range-remark");
        remark.getStyleClass().add("quiet");
        figures = new FigureList(RangeBox::chip, head(), buttons(play, say));
        getChildren().setAll(figures);
        NodeVisibility.set(this, false);
    }

    private HBox head() {
        HBox head = new HBox(title, length, remark);
        head.getStyleClass().add("range-head");
        return head;
    }

    private HBox buttons(Runnable action, Consumer<String> say) {
        Button zoom = new Button(RangeText.ZOOM);
        zoom.setId("range-zoom");
        explain(zoom, RangeText.ZOOM_HELP);
        zoom.setOnAction(_ -> zoom());
        play.setId("range-play");
        explain(play, RangeText.PLAY_HELP);
        play.setOnAction(_ -> action.run());
        Button copy = new IconButton("range-copy", Feather.COPY, RangeText.COPY_HELP);
        copy.setOnAction(_ -> say.accept(copy()));
        Button clear = new IconButton("range-clear", Feather.X, RangeText.CLEAR_HELP);
        clear.setOnAction(_ -> clear());
        HBox buttons = new HBox(zoom, play, copy, clear);
        buttons.getStyleClass().add("range-buttons");
        return buttons;
    }

    private static void explain(Button button, String sentence) {
        button.setTooltip(new Tooltip(sentence));
        button.setAccessibleHelp(sentence);
    }

    private void zoom() {
        TimeRange range = timeline.rangeProperty().get();
        if (range != null) {
            timeline.zoomTo(range);
        }
    }

    private void clear() {
        timeline.requestFocus(); // the button is about to vanish
        timeline.rangeProperty().set(null);
    }

    private String copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(table);
        boolean accepted = Clipboard.getSystemClipboard().setContent(content);
        return accepted ? RangeText.COPIED : RangeText.NOT_COPIED;
    }

    private static Optional<Node> chip(MeasuredFigure figure) {
        for (Phase phase : Phase.values()) {
            if (figure.id().equals("phase-" + phase.id())) {
                Region chip = new Region();
                chip.getStyleClass().addAll("phase-chip", PhaseStylesheet.styleClass(phase));
                chip.setStyle(PhaseStylesheet.inlineStyle(phase));
                return Optional.of(chip);
            }
        }
        return Optional.empty();
    }

    /** Updates the figures if the range, the run or its present have changed. */
    public void refresh() {
        Trace trace = timeline.traceProperty().get();
        TimeRange range = timeline.rangeProperty().get();
        RangeMeter meter =
                trace == null || range == null
                        ? null
                        : meters.at(TraceMoment.at(trace, TraceMoment.FOLLOW));
        Measured measured =
                trace == null || range == null || meter == null
                        ? null
                        : measure(new Question(trace, meter, range));
        if (trace == null || measured == null) {
            shown = null;
            NodeVisibility.set(this, false);
        } else {
            show(TraceMoment.at(trace, timeline.playheadProperty().get()), measured);
        }
    }

    /**
     * The figures do not depend on the playhead, so moving it measures nothing anew. Those of an
     * earlier range are shown, with its borders, until a long run has been measured again.
     */
    @SuppressWarnings("ReferenceEquality") // a trace is one run
    private @Nullable Measured measure(Question question) {
        return measurements.askSimilar(question, earlier -> earlier.trace == question.trace);
    }

    private void show(TraceMoment moment, Measured figures) {
        Shown now = new Shown(moment, figures);
        if (!now.equals(shown)) {
            shown = now;
            show(new RangeText(figures.figures, moment));
            NodeVisibility.set(this, true);
        }
    }

    private void show(RangeText text) {
        title.setText(text.borders());
        length.setText(text.length());
        remark.setText(text.remark());
        NodeVisibility.set(remark, !text.remark().isEmpty());
        List<MeasuredFigure> parts = new ArrayList<>(text.tasks());
        for (Map.Entry<Phase, Long> phase : text.range().phaseNanos().entrySet()) {
            parts.add(text.phase(phase.getKey()));
        }
        parts.addAll(text.workers());
        figures.show(parts);
        play.setDisable(!text.moment().trace().isFinished());
        table = text.table();
        setAccessibleText(text.sentence());
    }
}
