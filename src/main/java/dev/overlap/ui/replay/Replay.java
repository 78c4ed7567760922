package dev.overlap.ui.replay;

import dev.overlap.chart.background.TraceQuestion;
import dev.overlap.render.TimeRange;
import dev.overlap.trace.ChangeIndex;
import dev.overlap.trace.Trace;
import dev.overlap.trace.TraceChange;
import dev.overlap.trace.TraceMemo;
import dev.overlap.trace.TraceMoment;

import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Replays a finished run at a selectable speed. The playhead is the instant of the run being shown,
 * in nanoseconds since time zero, or {@link TraceMoment#FOLLOW} while there is no replay.
 *
 * <p>Playback ends at the end of the run, which is then shown as a whole; if a range is set,
 * playback loops within it, at any speed. By event, each event is held for its time before the next
 * is shown, the last one too, and no event is skipped however late a frame comes.
 *
 * <p>Threads: JavaFX thread only. It has no clock of its own; {@link #advance} passes the time.
 */
public final class Replay {

    private static final long NONE = -1;
    private static final int NO_TASK = -1;

    private final ReadOnlyLongWrapper playhead = new ReadOnlyLongWrapper(TraceMoment.FOLLOW);
    private final ReadOnlyLongWrapper length = new ReadOnlyLongWrapper();
    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper();
    private final ObjectProperty<@Nullable TimeRange> range = new SimpleObjectProperty<>();
    private final IntegerProperty selectedTask = new SimpleIntegerProperty(NO_TASK);
    private final ObjectProperty<PlaybackSpeed> speed =
            new SimpleObjectProperty<>(PlaybackSpeed.realTime());
    private @Nullable Trace trace;
    private final TraceMemo<ChangeIndex> indices = new TraceMemo<>(ChangeIndex::of);
    private TraceQuestion<Trace, ChangeIndex> index = newQuestion();
    private final Deque<Consumer<ChangeIndex>> waiting = new ArrayDeque<>();
    private long lastFrame = NONE;
    private long shownSince = NONE;

    private TraceQuestion<Trace, ChangeIndex> newQuestion() {
        return new TraceQuestion<>(Function.identity(), indices::of);
    }

    public ReadOnlyLongProperty playheadProperty() {
        return playhead.getReadOnlyProperty();
    }

    /** The duration of the finished run, in nanoseconds; 0 if there is none. */
    ReadOnlyLongProperty lengthProperty() {
        return length.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty playingProperty() {
        return playing.getReadOnlyProperty();
    }

    /**
     * The looped range, or null to play the whole run once. Bound to that of the timeline, where it
     * is drawn.
     */
    public ObjectProperty<@Nullable TimeRange> rangeProperty() {
        return range;
    }

    /** The task whose phases {@link #nextPhase} steps through, or -1. */
    public IntegerProperty selectedTaskProperty() {
        return selectedTask;
    }

    public ObjectProperty<PlaybackSpeed> speedProperty() {
        return speed;
    }

    /** Whether a replay is active, playing or paused. */
    public boolean isOn() {
        return playhead.get() != TraceMoment.FOLLOW;
    }

    /** Whether there is a finished run to replay. */
    public boolean isLoaded() {
        return length.get() > 0;
    }

    /** Loads a finished run. A range that was set while it went on is kept. */
    @SuppressWarnings("ReferenceEquality") // a trace is one run
    public void load(Trace finished) {
        TimeRange measured = trace == null || trace == finished ? range.get() : null;
        unload();
        trace = finished;
        length.set(Math.max(0, finished.wallNanos()));
        if (measured != null) {
            setRange(measured.beginNanos(), measured.endNanos());
        }
    }

    /** Unloads the run. */
    public void unload() {
        end();
        clearRange();
        trace = null;
        indices.clear();
        index = newQuestion();
        length.set(0);
    }

    /**
     * Plays or pauses. Restarts if there is no replay, it has reached the end, or the playhead is
     * outside the range.
     */
    public void toggle() {
        if (length.get() == 0) {
            return;
        }
        if (!playing.get() && (!isOn() || !isInLoop(playhead.get()))) {
            playhead.set(start());
        }
        lastFrame = NONE;
        shownSince = NONE;
        playing.set(!playing.get());
    }

    /** Plays the range from its begin, over and over; without one, the whole run. */
    public void playRange() {
        if (length.get() > 0) {
            playing.set(false);
            playhead.set(start());
            toggle();
        }
    }

    private long start() {
        TimeRange loop = range.get();
        return loop == null ? 0 : loop.beginNanos();
    }

    private boolean isInLoop(long nanos) {
        TimeRange loop = range.get();
        return loop == null
                ? nanos < length.get()
                : nanos >= loop.beginNanos() && nanos < loop.endNanos();
    }

    /** Moves the playhead, without pausing. */
    public void seek(long nanos) {
        if (length.get() > 0) {
            playhead.set(Math.clamp(nanos, 0, length.get()));
            shownSince = NONE;
        }
    }

    /** Pauses at the next event, or the first one if there was no replay. */
    public void next() {
        withEvents(events -> step(events.next(isOn() ? playhead.get() : -1)));
    }

    /** Pauses at the previous event, or the last one before the end if there was no replay. */
    public void previous() {
        withEvents(events -> step(events.previous(isOn() ? playhead.get() : length.get())));
    }

    /**
     * Pauses where the selected task next enters a phase or ends; without one, at the next event.
     */
    public void nextPhase() {
        if (hasSelectedTask()) {
            int task = selectedTask.get();
            withEvents(events -> step(events.nextOf(task, isOn() ? playhead.get() : -1)));
        } else {
            next();
        }
    }

    /** Pauses where the selected task last entered a phase or ended; see {@link #nextPhase}. */
    public void previousPhase() {
        if (hasSelectedTask()) {
            int task = selectedTask.get();
            withEvents(
                    events ->
                            step(events.previousOf(task, isOn() ? playhead.get() : length.get())));
        } else {
            previous();
        }
    }

    private boolean hasSelectedTask() {
        int task = selectedTask.get();
        return trace != null && task >= 0 && task < trace.tasks().size();
    }

    private void step(long event) {
        if (length.get() > 0) {
            playing.set(false);
            if (event != ChangeIndex.NONE) {
                seek(event);
            }
        }
    }

    /** Sets the start of the range to the playhead, or to the start of the run without a replay. */
    public void beginRange() {
        TimeRange now = range.get();
        long from = isOn() ? playhead.get() : 0;
        setRange(from, now == null || now.endNanos() <= from ? length.get() : now.endNanos());
    }

    /** Sets the end of the range to the playhead, or to the end of the run without a replay. */
    public void endRange() {
        TimeRange now = range.get();
        long to = isOn() ? playhead.get() : length.get();
        setRange(now == null || now.beginNanos() >= to ? 0 : now.beginNanos(), to);
    }

    /** Loops a range; an empty one is ignored. */
    public void setRange(long from, long to) {
        long begin = Math.max(0, from);
        long end = Math.min(length.get(), to);
        if (begin < end) {
            range.set(new TimeRange(begin, end));
        }
    }

    public void clearRange() {
        range.set(null);
    }

    /** Ends the replay and shows the whole run. */
    public void end() {
        waiting.clear();
        playing.set(false);
        playhead.set(TraceMoment.FOLLOW);
    }

    /**
     * Returns the latest changes at or before a replayed moment; empty for any other. Visits every
     * task. May be called on any thread.
     */
    public List<TraceChange> changes(TraceMoment moment) {
        if (!moment.replayed()) {
            return List.of();
        }
        ChangeIndex events = indices.of(moment.trace());
        long latest = events.latest(moment.horizonNanos());
        return latest == ChangeIndex.NONE ? List.of() : events.at(latest);
    }

    /** Takes a step, as soon as the events of the run are known. */
    private void withEvents(Consumer<ChangeIndex> step) {
        ChangeIndex events = events();
        if (events == null || !waiting.isEmpty()) {
            waiting.add(step);
        } else {
            step.accept(events);
        }
    }

    /**
     * The events of the run, indexed on first use, since most runs are never replayed; null as long
     * as a long run is indexed.
     */
    private @Nullable ChangeIndex events() {
        return trace == null ? ChangeIndex.none() : index.ask(trace);
    }

    private void takeWaitingSteps() {
        ChangeIndex events = waiting.isEmpty() ? null : events();
        while (events != null && !waiting.isEmpty()) {
            waiting.remove().accept(events);
        }
    }

    /**
     * Advances the playhead. Called once per frame.
     *
     * @param now in nanoseconds, of any monotonic clock
     */
    public void advance(long now) {
        takeWaitingSteps();
        if (!playing.get()) {
            return;
        }
        switch (speed.get()) {
            case PlaybackSpeed.Times(double factor) -> move(now, factor);
            case PlaybackSpeed.ByEvent(long holdNanos) -> moveByEvent(now, holdNanos);
        }
        lastFrame = now;
    }

    private void move(long now, double factor) {
        long passed = lastFrame == NONE ? 0 : now - lastFrame;
        long next = playhead.get() + Math.round(passed * factor);
        TimeRange loop = range.get();
        if (loop != null && next >= loop.endNanos()) {
            // at 50 times, a frame may be longer than the range
            long begin = loop.beginNanos();
            playhead.set(begin + Math.floorMod(next - begin, loop.lengthNanos()));
        } else if (next >= length.get()) {
            end();
        } else {
            playhead.set(next);
        }
    }

    private void moveByEvent(long now, long holdNanos) {
        if (shownSince == NONE) {
            shownSince = now;
        }
        if (now - shownSince < holdNanos) {
            return;
        }
        ChangeIndex events = events();
        if (events == null) {
            return;
        }
        shownSince = now;
        long next = events.next(playhead.get());
        TimeRange loop = range.get();
        if (loop != null && (next == ChangeIndex.NONE || next > loop.endNanos())) {
            playhead.set(loop.beginNanos());
        } else if (next == ChangeIndex.NONE) {
            end();
        } else {
            playhead.set(next);
        }
    }
}
