package dev.overlap.ui.run;

import dev.overlap.text.ChangeText;
import dev.overlap.text.DeadlockText;
import dev.overlap.text.DurationFormat;
import dev.overlap.text.NumberFormats;
import dev.overlap.text.OutcomeCountText;
import dev.overlap.text.RunText;
import dev.overlap.trace.TraceMoment;
import dev.overlap.trace.metrics.Statistics;
import dev.overlap.ui.controls.NodeVisibility;
import dev.overlap.ui.controls.TextWidth;
import dev.overlap.ui.run.RunController.State;

import javafx.geometry.Orientation;
import javafx.scene.control.Label;

import org.controlsfx.control.StatusBar;
import org.jspecify.annotations.Nullable;

import java.util.function.LongSupplier;

/**
 * The status line: the state of the run or the latest message, and the keys that apply now. It
 * grows with a sentence that does not fit in one line; the keys give way to it.
 */
public final class StatusLine extends StatusBar {

    /** How long a message stays before an active replay replaces it. */
    private static final long MIN_MESSAGE_NANOS = 4_000_000_000L;

    /** The keys may take this share of a line that is too short for them and the sentence. */
    private static final double MAX_SHARE_OF_HINTS = 0.4;

    private final Label hints = new Label();
    private final LongSupplier clock;
    private @Nullable String message;
    private boolean complaint;
    private @Nullable MomentStatistics shown;
    private @Nullable MomentStatistics messageStatistics;
    private long messageNanos;

    public StatusLine() {
        this(System::nanoTime);
    }

    /**
     * @param clock in nanoseconds, monotonic
     */
    StatusLine(LongSupplier clock) {
        this.clock = clock;
        setId("status");
        setFocusTraversable(false); // nothing to operate
        setText("");
        hints.getStyleClass().add("quiet");
        hints.setMinWidth(USE_PREF_SIZE);
        getRightItems().setAll(hints);
        widthProperty().subscribe(this::fitHints);
        textProperty().subscribe(this::fitHints);
        hints.textProperty().subscribe(this::fitHints);
        hints.fontProperty().subscribe(this::fitHints);
    }

    private void fitHints() {
        double line = getWidth() - snappedLeftInset() - snappedRightInset();
        double keys = hints.prefWidth(-1);
        double sentence = TextWidth.of(getText(), hints.getFont());
        NodeVisibility.set(hints, sentence + keys <= line || keys <= line * MAX_SHARE_OF_HINTS);
    }

    /** A line may be as high as its sentence needs. */
    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        double sides = snappedLeftInset() + snappedRightInset();
        return getChildren().stream()
                .mapToDouble(part -> part.prefHeight(width < 0 ? width : width - sides))
                .map(height -> snappedTopInset() + height + snappedBottomInset())
                .max()
                .orElse(0);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    /**
     * Shows what was refused, and why, until its cause may be gone.
     *
     * @param sentence empty if the cause is gone
     */
    public void complain(String sentence) {
        if (!sentence.isEmpty()) {
            show(sentence);
            complaint = true;
        } else if (complaint) {
            clearMessage();
        }
    }

    /** Shows a message until something else happens, such as a run or a replay. */
    public void show(String sentence) {
        message = sentence;
        complaint = false;
        messageStatistics = shown;
        messageNanos = clock.getAsLong();
        setText(sentence);
    }

    /** Removes the message, to show the state of the run again. */
    public void clearMessage() {
        message = null;
        complaint = false;
    }

    /** Shows the state of the run, unless there is a message. */
    public void show(State state, @Nullable MomentStatistics statistics, int problems) {
        hints.setText(hintsFor(state, statistics == null ? null : statistics.moment()));
        shown = statistics;
        if (isReplayNews(statistics)) {
            clearMessage();
        }
        if (message == null) {
            setText(sentence(state, statistics, problems));
        }
    }

    /** Shows the state of a comparison, unless there is a message. */
    public void showComparison(boolean running, boolean measured) {
        hints.setText(running ? RunText.HINT_RUNNING : RunText.HINT_COMPARISON);
        if (message == null) {
            setText(running ? "Comparing" : measured ? "Compared" : "Ready to compare");
        }
    }

    private boolean isReplayNews(@Nullable MomentStatistics statistics) {
        return statistics != null
                && statistics.moment().replayed()
                && !statistics.equals(messageStatistics)
                && clock.getAsLong() - messageNanos > MIN_MESSAGE_NANOS;
    }

    private static String sentence(
            State state, @Nullable MomentStatistics statistics, int problems) {
        return switch (state) {
            case STARTING -> RunText.WARMING_UP;
            case RUNNING -> statistics == null ? "Running" : running(statistics.moment());
            case STOPPING -> "Stopping";
            case IDLE -> idle(statistics, problems);
        };
    }

    private static String idle(@Nullable MomentStatistics statistics, int problems) {
        if (statistics == null) {
            return ready(problems);
        }
        return statistics.moment().replayed()
                ? replayed(statistics)
                : ended(statistics) + leftOut(problems);
    }

    /** The instant and the latest change; its own text while the playhead is on an event. */
    private static String replayed(MomentStatistics statistics) {
        TraceMoment moment = statistics.moment();
        String happened =
                ChangeText.of(moment.trace(), statistics.lastChanges(), moment.horizonNanos());
        return "Replay at "
                + DurationFormat.instant(moment.horizonNanos(), moment.trace().wallNanos())
                + (happened.isEmpty() ? "" : " \u00b7 " + happened);
    }

    private static String ready(int problems) {
        return "Ready" + leftOut(problems);
    }

    private static String leftOut(int problems) {
        return problems == 0
                ? ""
                : RunText.LEFT_OUT.formatted(NumberFormats.count(problems, "line"));
    }

    private static String running(TraceMoment moment) {
        if (!moment.trace().hasBegun()) {
            return moment.trace().isForeign()
                    ? "Running" // we warm nothing up for a program of the user's
                    : sentence(State.STARTING, null, 0);
        }
        return "Running \u00b7 "
                + NumberFormats.count(moment.trace().ended())
                + " of "
                + NumberFormats.count(moment.trace().tasks().size(), "task")
                + " ended \u00b7 "
                + DurationFormat.text(moment.horizonNanos())
                + stuck(moment);
    }

    private static String ended(MomentStatistics statistics) {
        Statistics numbers = statistics.statistics();
        String first = numbers.cancelled() > 0 ? "Stopped" : "Finished";
        return first
                + " \u00b7 "
                + OutcomeCountText.of(numbers)
                + " \u00b7 "
                + DurationFormat.text(numbers.wallNanos())
                + stuck(statistics.moment());
    }

    /** The tasks that wait for one another. */
    private static String stuck(TraceMoment moment) {
        String sentence = DeadlockText.latest(moment.trace(), moment.horizonNanos());
        return sentence.isEmpty() ? "" : " \u00b7 " + sentence;
    }

    private static String hintsFor(State state, @Nullable TraceMoment moment) {
        return switch (state) {
            case STARTING, RUNNING, STOPPING -> RunText.HINT_RUNNING;
            case IDLE -> idleHints(moment);
        };
    }

    private static String idleHints(@Nullable TraceMoment moment) {
        if (moment == null) {
            return RunText.HINT_IDLE;
        }
        return moment.replayed() ? RunText.HINT_REPLAY : RunText.HINT_FINISHED;
    }
}
