package dev.overlap.ui;

import dev.overlap.chart.Timeline;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.SimpleDoubleProperty;

/**
 * Shows a finished run once more, at a speed of choice. The playhead is the instant of the run that
 * is shown, in nanoseconds since time zero, or {@link Timeline#FOLLOW} while nothing is replayed.
 *
 * <p>Threads: JavaFX thread only. It has no clock of its own: the frame pump tells the time.
 */
final class Replay {

    private static final long NOT_YET = -1;

    private final ReadOnlyLongWrapper playhead = new ReadOnlyLongWrapper(Timeline.FOLLOW);
    private final ReadOnlyLongWrapper length = new ReadOnlyLongWrapper();
    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper();
    private final DoubleProperty speed = new SimpleDoubleProperty(1);
    private long lastFrame = NOT_YET;

    ReadOnlyLongProperty playheadProperty() {
        return playhead.getReadOnlyProperty();
    }

    /** How long the finished run took, in nanoseconds; 0 while there is none to replay. */
    ReadOnlyLongProperty lengthProperty() {
        return length.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty playingProperty() {
        return playing.getReadOnlyProperty();
    }

    /** Seconds of the run per second on the clock. */
    DoubleProperty speedProperty() {
        return speed;
    }

    /** Whether the window shows a moment of a replay, playing or held. */
    boolean isOn() {
        return playhead.get() != Timeline.FOLLOW;
    }

    /** Makes a finished run ready to be replayed, or with 0 none. */
    void load(long nanos) {
        end();
        length.set(Math.max(0, nanos));
    }

    /** Plays, or holds what plays. Begins anew where nothing is replayed. */
    void toggle() {
        if (length.get() == 0) {
            return;
        }
        if (!isOn()) {
            playhead.set(0);
        }
        lastFrame = NOT_YET;
        playing.set(!playing.get());
    }

    /** Shows an instant of the run; goes on playing from there if it plays. */
    void seek(long nanos) {
        if (length.get() > 0) {
            playhead.set(Math.clamp(nanos, 0, length.get()));
        }
    }

    /** Shows the whole run again. */
    void end() {
        playing.set(false);
        playhead.set(Timeline.FOLLOW);
    }

    /**
     * A frame is due.
     *
     * @param now in nanoseconds, of any clock that only goes forward
     */
    void advance(long now) {
        if (!playing.get()) {
            return;
        }
        long passed = lastFrame == NOT_YET ? 0 : now - lastFrame;
        lastFrame = now;
        long next = playhead.get() + (long) (passed * speed.get());
        if (next >= length.get()) {
            end();
        } else {
            playhead.set(next);
        }
    }
}
