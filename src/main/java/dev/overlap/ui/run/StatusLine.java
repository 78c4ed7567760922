package dev.overlap.ui.run;

import dev.overlap.text.ChangeText;
import dev.overlap.text.DurationFormat;
import dev.overlap.text.NumberFormats;
import dev.overlap.text.RunText;
import dev.overlap.trace.Statistics;
import dev.overlap.trace.TraceMoment;
import dev.overlap.ui.run.RunController.State;

import javafx.scene.control.Label;

import org.controlsfx.control.StatusBar;
import org.jspecify.annotations.Nullable;

import java.util.function.LongSupplier;

/**
 * The line at the bottom: how the run stands, or what just happened, and the keys that matter now.
 */
public final class StatusLine extends StatusBar {

    /** How long a sentence can be read before a replay that goes on takes its place. */
    private static final long READABLE_NANOS = 4_000_000_000L;

    private final Label keys = new Label();
    private final LongSupplier clock;
    private @Nullable String said;
    private @Nullable MomentStatistics shown;
    private @Nullable MomentStatistics saidOf;
    private long saidAt;

    public StatusLine() {
        this(System::nanoTime);
    }

    /**
     * @param clock in nanoseconds, only goes forward
     */
    StatusLine(LongSupplier clock) {
        this.clock = clock;
        setId("status");
        setFocusTraversable(false); // there is nothing to do here
        setText("");
        keys.getStyleClass().add("quiet");
        keys.setMinWidth(USE_PREF_SIZE);
        getRightItems().setAll(keys);
    }

    /** Shows a sentence until something else happens: a run, or a replay that goes on. */
    public void show(String sentence) {
        said = sentence;
        saidOf = shown;
        saidAt = clock.getAsLong();
        setText(sentence);
    }

    /** Forgets what was said: the run is the news again. */
    public void listen() {
        said = null;
    }

    /** Shows how the run stands. */
    public void show(State state, @Nullable MomentStatistics statistics, int problems) {
        keys.setText(keysFor(state, statistics == null ? null : statistics.moment()));
        shown = statistics;
        if (isReplayNews(statistics)) {
            listen();
        }
        if (said == null) {
            setText(sentence(state, statistics, problems));
        }
    }

    /** The same for a comparison, which tells its progress itself. */
    public void showComparison(boolean running) {
        keys.setText(running ? RunText.HINT_RUNNING : RunText.HINT_COMPARISON);
        if (said == null) {
            setText(running ? "Comparing" : "Ready to compare");
        }
    }

    private boolean isReplayNews(@Nullable MomentStatistics statistics) {
        return statistics != null
                && statistics.moment().replayed()
                && !statistics.equals(saidOf)
                && clock.getAsLong() - saidAt > READABLE_NANOS;
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

    /** The instant, and what happened last: the words of the instant while it is an event. */
    private static String replayed(MomentStatistics statistics) {
        TraceMoment moment = statistics.moment();
        String happened = ChangeText.of(moment.trace(), statistics.lastChanges());
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
            return sentence(State.STARTING, null, 0);
        }
        return "Running \u00b7 "
                + NumberFormats.count(moment.trace().ended())
                + " of "
                + NumberFormats.count(moment.trace().tasks().size(), "task")
                + " ended \u00b7 "
                + DurationFormat.text(moment.horizonNanos());
    }

    private static String ended(MomentStatistics statistics) {
        Statistics numbers = statistics.numbers();
        String first = numbers.cancelled() > 0 ? "Stopped" : "Finished";
        return first
                + " \u00b7 "
                + NumberFormats.count(numbers.answered())
                + " answered"
                + part(numbers.computed(), "computed")
                + part(numbers.failed(), "failed")
                + part(numbers.cancelled(), "cancelled");
    }

    private static String part(int count, String word) {
        return count == 0 ? "" : ", " + NumberFormats.count(count) + " " + word;
    }

    private static String keysFor(State state, @Nullable TraceMoment moment) {
        return switch (state) {
            case STARTING, RUNNING, STOPPING -> RunText.HINT_RUNNING;
            case IDLE -> idleKeys(moment);
        };
    }

    private static String idleKeys(@Nullable TraceMoment moment) {
        if (moment == null) {
            return RunText.HINT_IDLE;
        }
        return moment.replayed() ? RunText.HINT_REPLAY : RunText.HINT_FINISHED;
    }
}
