package dev.overlap.chart;

import dev.overlap.trace.Trace;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Control;

import org.jspecify.annotations.Nullable;

/**
 * The timeline of one trace: a row a task, the in-flight curve and the lanes of the workers under
 * it, all on one time axis.
 *
 * <p>Threads: JavaFX thread only. It reads the trace when {@link #pulse} is called, once per pulse,
 * and never asks for more.
 */
public final class Timeline extends Control {

    /** The value of {@link #playheadProperty()} that means: follow the trace. */
    public static final long FOLLOW = -1;

    private final ObjectProperty<@Nullable Trace> trace = new SimpleObjectProperty<>(this, "trace");
    private final LongProperty playhead = new SimpleLongProperty(this, "playhead", FOLLOW);
    private final IntegerProperty selectedTask =
            new SimpleIntegerProperty(this, "selectedTask", -1);
    private final BooleanProperty dark = new SimpleBooleanProperty(this, "dark");

    public Timeline() {
        setId("timeline");
    }

    /** What to draw; null draws the empty state. */
    public ObjectProperty<@Nullable Trace> traceProperty() {
        return trace;
    }

    /**
     * Up to which instant to draw, in nanoseconds since time zero, or {@link #FOLLOW}. A replay
     * moves it.
     */
    public LongProperty playheadProperty() {
        return playhead;
    }

    /** The index of the selected task, or -1. */
    public IntegerProperty selectedTaskProperty() {
        return selectedTask;
    }

    /** Whether the ground is dark. */
    public BooleanProperty darkProperty() {
        return dark;
    }

    /**
     * Looks at the trace and paints what is visible, if anything has changed since the last time.
     */
    public void pulse() {}
}
