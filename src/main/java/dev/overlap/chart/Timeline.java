package dev.overlap.chart;

import dev.overlap.render.RowGrouping;
import dev.overlap.render.TimeRange;
import dev.overlap.render.timeline.GuessMarks;
import dev.overlap.trace.Trace;
import dev.overlap.trace.TraceMoment;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Control;
import javafx.scene.control.Skin;

import org.jspecify.annotations.Nullable;

/**
 * The timeline of one trace: a legend, a row a task, the in-flight curve and the lanes of the
 * workers under it, all on one time axis; or, folded otherwise, a row a worker or a connection.
 *
 * <p>Threads: JavaFX thread only. It reads the trace when {@link #pulse} is called, once per pulse,
 * and never asks for more.
 */
public final class Timeline extends Control {

    /** The value of {@link #playheadProperty()} that means: follow the trace. */
    public static final long FOLLOW = TraceMoment.FOLLOW;

    /** The value of {@link #guessProperty()} that means: nobody has guessed. */
    public static final long NO_GUESS = GuessMarks.NO_GUESS;

    private final ObjectProperty<@Nullable Trace> trace = new SimpleObjectProperty<>(this, "trace");
    private final LongProperty playhead = new SimpleLongProperty(this, "playhead", FOLLOW);
    private final IntegerProperty selectedTask =
            new SimpleIntegerProperty(this, "selectedTask", -1);
    private final BooleanProperty dark = new SimpleBooleanProperty(this, "dark");
    private final ObjectProperty<@Nullable TimeRange> window =
            new SimpleObjectProperty<>(this, "window");
    private final ObjectProperty<RowGrouping> folding =
            new SimpleObjectProperty<>(this, "folding", RowGrouping.TASKS);
    private final LongProperty guess = new SimpleLongProperty(this, "guess", GuessMarks.NO_GUESS);
    private final LongProperty runGuess =
            new SimpleLongProperty(this, "runGuess", GuessMarks.NO_GUESS);
    private final DoubleProperty scale = new SimpleDoubleProperty(this, "scale", 1);
    private final DoubleProperty scroll = new SimpleDoubleProperty(this, "scroll");

    /** An empty timeline. */
    public Timeline() {
        FxTextMetrics.register();
        setId("timeline");
        getStyleClass().add("timeline");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(AccessibleDescription.EMPTY);
        setFocusTraversable(true);
        setMinSize(0, 0);
        setPrefSize(800, 500);
        trace.subscribe(
                () -> {
                    fitAll();
                    scroll.set(0);
                });
        folding.subscribe((_, _) -> scroll.set(0));
    }

    /** What to draw; null draws the empty state. A new trace is shown from its begin to its end. */
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

    /** The stretch of time that is shown, or null for all of the trace, however it grows. */
    public ObjectProperty<@Nullable TimeRange> windowProperty() {
        return window;
    }

    /** What a row is: a task, a worker or a connection. Never null. */
    public ObjectProperty<RowGrouping> foldingProperty() {
        return folding;
    }

    /** How far the rows are scrolled, in pixels of the layout. */
    public DoubleProperty scrollProperty() {
        return scroll;
    }

    /**
     * How long people think that the next run takes, in nanoseconds, or {@link
     * GuessMarks#NO_GUESS}. Pressing on the time axis or dragging there sets it; dragging it off to
     * the left or Delete takes it away.
     */
    public LongProperty guessProperty() {
        return guess;
    }

    /**
     * What people thought when the run that is shown began, in nanoseconds, or {@link
     * GuessMarks#NO_GUESS}. Nothing that is done here changes it.
     */
    public LongProperty runGuessProperty() {
        return runGuess;
    }

    /** How many times larger than usual everything is. */
    public DoubleProperty scaleProperty() {
        return scale;
    }

    /** Shows all of the trace. */
    public void fitAll() {
        window.set(null);
    }

    /**
     * Looks at the trace and paints what is visible, if anything has changed since the last time.
     * Never throws: a frame that cannot be painted is logged and left out.
     */
    public void pulse() {
        if (getSkin() instanceof TimelineSkin skin) {
            skin.pulse();
        }
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new TimelineSkin(this);
    }
}
