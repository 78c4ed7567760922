package dev.overlap.ui.replay;

import dev.overlap.trace.ChangeIndex;
import dev.overlap.trace.Trace;
import dev.overlap.trace.TraceChange;
import dev.overlap.trace.TraceMoment;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Shows a finished run once more, at a pace of choice. The playhead is the instant of the run that
 * is shown, in nanoseconds since time zero, or {@link TraceMoment#FOLLOW} while nothing is
 * replayed.
 *
 * <p>Playing goes on to the end of the run and then shows the whole of it again; where a range is
 * set, it goes round within that. By event, each event is held for its time before the next one is
 * shown, the last one too, and no frame ever skips one, however late it comes.
 *
 * <p>Threads: JavaFX thread only. It has no clock of its own: the frame pump tells the time.
 */
public final class Replay {

    /** A stretch of the run that is played round and round; in nanoseconds since time zero. */
    public record Range(long from, long to) {

        public Range {
            if (from < 0 || from >= to) {
                throw new IllegalArgumentException(from + " to " + to);
            }
        }
    }

    private static final long NOT_YET = -1;

    private final ReadOnlyLongWrapper playhead = new ReadOnlyLongWrapper(TraceMoment.FOLLOW);
    private final ReadOnlyLongWrapper length = new ReadOnlyLongWrapper();
    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Range> range = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<PlaybackSpeed> pace =
            new SimpleObjectProperty<>(PlaybackSpeed.usual());
    private @Nullable Trace trace;
    private @Nullable ChangeIndex changes;
    private long lastFrame = NOT_YET;
    private long shownSince = NOT_YET;

    public ReadOnlyLongProperty playheadProperty() {
        return playhead.getReadOnlyProperty();
    }

    /** How long the finished run took, in nanoseconds; 0 while there is none to replay. */
    ReadOnlyLongProperty lengthProperty() {
        return length.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty playingProperty() {
        return playing.getReadOnlyProperty();
    }

    /** What is played round and round, or null for all of the run, once. */
    public ReadOnlyObjectProperty<@Nullable Range> rangeProperty() {
        return range.getReadOnlyProperty();
    }

    public ObjectProperty<PlaybackSpeed> paceProperty() {
        return pace;
    }

    /** Whether the window shows a moment of a replay, playing or held. */
    public boolean isOn() {
        return playhead.get() != TraceMoment.FOLLOW;
    }

    /** Makes a finished run ready to be replayed. */
    public void load(Trace finished) {
        unload();
        trace = finished;
        length.set(Math.max(0, finished.wallNanos()));
    }

    /** There is nothing to replay any more. */
    public void unload() {
        end();
        clearRange();
        trace = null;
        changes = null;
        length.set(0);
    }

    /** Plays, or holds what plays. Begins anew where nothing is replayed, or all has been. */
    public void toggle() {
        if (length.get() == 0) {
            return;
        }
        if (!isOn() || playhead.get() >= length.get()) {
            playhead.set(start());
        }
        lastFrame = NOT_YET;
        shownSince = NOT_YET;
        playing.set(!playing.get());
    }

    private long start() {
        Range round = range.get();
        return round == null ? 0 : round.from;
    }

    /** Shows an instant of the run; goes on playing from there if it plays. */
    public void seek(long nanos) {
        if (length.get() > 0) {
            playhead.set(Math.clamp(nanos, 0, length.get()));
            shownSince = NOT_YET;
        }
    }

    /** Holds, and shows the next event: from the whole run, the first one. */
    public void next() {
        step(isOn() ? events().next(playhead.get()) : events().next(-1));
    }

    /** Holds, and shows the event before: from the whole run, the last one before its end. */
    public void previous() {
        step(events().previous(isOn() ? playhead.get() : length.get()));
    }

    private void step(long event) {
        if (length.get() > 0) {
            playing.set(false);
            if (event != ChangeIndex.NONE) {
                seek(event);
            }
        }
    }

    /** The range begins at the instant that is shown, or with the run where it is shown whole. */
    public void beginRange() {
        Range now = range.get();
        long from = isOn() ? playhead.get() : 0;
        setRange(from, now == null || now.to <= from ? length.get() : now.to);
    }

    /** The range ends at the instant that is shown, or with the run where it is shown whole. */
    public void endRange() {
        Range now = range.get();
        long to = isOn() ? playhead.get() : length.get();
        setRange(now == null || now.from >= to ? 0 : now.from, to);
    }

    /** Plays a stretch round and round; one that holds no time changes nothing. */
    public void setRange(long from, long to) {
        long begin = Math.max(0, from);
        long end = Math.min(length.get(), to);
        if (begin < end) {
            range.set(new Range(begin, end));
        }
    }

    public void clearRange() {
        range.set(null);
    }

    /** Shows the whole run again. */
    public void end() {
        playing.set(false);
        playhead.set(TraceMoment.FOLLOW);
    }

    /** What changed last at the instant that is shown or before it; empty unless replayed. */
    public List<TraceChange> lastChanges() {
        long latest = isOn() ? events().latest(playhead.get()) : ChangeIndex.NONE;
        return latest == ChangeIndex.NONE ? List.of() : events().at(latest);
    }

    /** The events of the run, gathered when somebody first asks: most runs are never replayed. */
    private ChangeIndex events() {
        ChangeIndex known = changes;
        if (known == null) {
            known = trace == null ? ChangeIndex.none() : ChangeIndex.of(trace);
            changes = known;
        }
        return known;
    }

    /**
     * A frame is due.
     *
     * @param now in nanoseconds, of any clock that only goes forward
     */
    public void advance(long now) {
        if (!playing.get()) {
            return;
        }
        switch (pace.get()) {
            case PlaybackSpeed.Times(double factor) -> move(now, factor);
            case PlaybackSpeed.ByEvent(long holdNanos) -> moveByEvent(now, holdNanos);
        }
        lastFrame = now;
    }

    private void move(long now, double factor) {
        long passed = lastFrame == NOT_YET ? 0 : now - lastFrame;
        long next = playhead.get() + Math.round(passed * factor);
        Range round = range.get();
        if (round != null && next >= round.to) {
            playhead.set(round.from);
        } else if (next >= length.get()) {
            end();
        } else {
            playhead.set(next);
        }
    }

    private void moveByEvent(long now, long holdNanos) {
        if (shownSince == NOT_YET) {
            shownSince = now;
        }
        if (now - shownSince < holdNanos) {
            return;
        }
        shownSince = now;
        long next = events().next(playhead.get());
        Range round = range.get();
        if (round != null && (next == ChangeIndex.NONE || next > round.to)) {
            playhead.set(round.from);
        } else if (next == ChangeIndex.NONE) {
            end();
        } else {
            playhead.set(next);
        }
    }
}
