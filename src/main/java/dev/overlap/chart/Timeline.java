package dev.overlap.chart;

import dev.overlap.render.RowGrouping;
import dev.overlap.render.TimeRange;
import dev.overlap.render.rows.RowChoice;
import dev.overlap.render.rows.RowOrder;
import dev.overlap.render.timeline.ChartLayout;
import dev.overlap.render.timeline.GuessMarks;
import dev.overlap.trace.Phase;
import dev.overlap.trace.Trace;
import dev.overlap.trace.TraceMoment;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Control;
import javafx.scene.control.Skin;

import org.jspecify.annotations.Nullable;

import java.util.function.LongConsumer;

/**
 * The timeline of one trace: a legend, one row per task, the in-flight curve and the worker lanes
 * below, all on one time axis; or, grouped differently, one row per worker, connection or resource.
 *
 * <p>Threads: JavaFX thread only. It reads the trace when {@link #pulse} is called, once per pulse.
 */
public final class Timeline extends Control {

    /** The value of {@link #playheadProperty()} that follows the trace. */
    public static final long FOLLOW = TraceMoment.FOLLOW;

    /** The value of {@link #guessProperty()} for no guess. */
    public static final long NO_GUESS = GuessMarks.NO_GUESS;

    /** The range is so many times as long as the margin at either side of it. */
    private static final long ZOOM_MARGIN = 25;

    private final ObjectProperty<@Nullable Trace> trace = new SimpleObjectProperty<>(this, "trace");
    private final LongProperty playhead = new SimpleLongProperty(this, "playhead", FOLLOW);
    private final IntegerProperty selectedTask =
            new SimpleIntegerProperty(this, "selectedTask", -1);
    private final BooleanProperty dark = new SimpleBooleanProperty(this, "dark");
    private final ObjectProperty<@Nullable TimeRange> window =
            new SimpleObjectProperty<>(this, "window");
    private final ObjectProperty<@Nullable TimeRange> range =
            new SimpleObjectProperty<>(this, "range");
    private final ObjectProperty<RowGrouping> grouping =
            new SimpleObjectProperty<>(this, "folding", RowGrouping.TASKS);
    private final ObjectProperty<RowChoice> rowChoice =
            new SimpleObjectProperty<>(this, "rowChoice", RowChoice.DEFAULT);
    private final ReadOnlyObjectWrapper<@Nullable RowOrder> rowOrder =
            new ReadOnlyObjectWrapper<>(this, "rowOrder");
    private final ObjectProperty<RowMenuHandler> rowMenu =
            new SimpleObjectProperty<>(this, "rowMenu", RowMenuHandler.NONE);
    private final LongProperty guess = new SimpleLongProperty(this, "guess", GuessMarks.NO_GUESS);
    private final LongProperty runGuess =
            new SimpleLongProperty(this, "runGuess", GuessMarks.NO_GUESS);
    private final DoubleProperty scale = new SimpleDoubleProperty(this, "scale", 1);
    private final ObjectProperty<@Nullable LongConsumer> onSeek =
            new SimpleObjectProperty<>(this, "onSeek");
    private final ReadOnlyBooleanWrapper sharesNothing =
            new ReadOnlyBooleanWrapper(this, "sharesNothing");
    private final DoubleProperty scroll = new SimpleDoubleProperty(this, "scroll");

    /** Creates an empty timeline. */
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
                    range.set(null);
                    scroll.set(0);
                });
        grouping.subscribe((_, _) -> scroll.set(0));
        new RowChoiceReset(rowChoice).watch(trace);
    }

    /** The trace to draw, or null for the empty state. A new trace is shown in full. */
    public ObjectProperty<@Nullable Trace> traceProperty() {
        return trace;
    }

    /**
     * The instant up to which to draw, in nanoseconds since time zero, or {@link #FOLLOW}. Moved by
     * a replay.
     */
    public LongProperty playheadProperty() {
        return playhead;
    }

    /** The index of the selected task, or -1. */
    public IntegerProperty selectedTaskProperty() {
        return selectedTask;
    }

    /** Whether the dark theme is used. */
    public BooleanProperty darkProperty() {
        return dark;
    }

    /** The visible time range, or null for the whole trace, even while it grows. */
    public ObjectProperty<@Nullable TimeRange> windowProperty() {
        return window;
    }

    /**
     * The range of time that is measured and looped, or null for none; whole or in part outside the
     * visible one. A drag with Shift sets it, and its edges can be dragged. A new trace has none.
     */
    public ObjectProperty<@Nullable TimeRange> rangeProperty() {
        return range;
    }

    /** How rows are grouped: by task, worker, connection or resource. Never null. */
    public ObjectProperty<RowGrouping> groupingProperty() {
        return grouping;
    }

    /**
     * Which tasks have a row in which order, and which phases are drawn. Never null. A run of
     * another list begins without a filter, pins and hidden phases.
     */
    public ObjectProperty<RowChoice> rowChoiceProperty() {
        return rowChoice;
    }

    /** The order of the rows as last painted; null without a trace. */
    public ReadOnlyObjectProperty<@Nullable RowOrder> rowOrderProperty() {
        return rowOrder.getReadOnlyProperty();
    }

    void setRowOrder(@Nullable RowOrder order) {
        rowOrder.set(order);
    }

    /** Shows the context menu of a row. */
    public ObjectProperty<RowMenuHandler> rowMenuProperty() {
        return rowMenu;
    }

    /** The phase of the entry of the legend at a point of the control, or null. */
    public @Nullable Phase legendPhaseAt(Point2D point) {
        return getSkin() instanceof TimelineSkin skin ? skin.legendPhaseAt(point) : null;
    }

    /** Zooms to a task, as far as it has been worked on. */
    public void zoomTo(int task) {
        if (getSkin() instanceof TimelineSkin skin) {
            skin.zoomTo(task);
        }
    }

    /** The scroll offset of the rows, in units of the drawing. */
    public DoubleProperty scrollProperty() {
        return scroll;
    }

    /**
     * The user's guess for the next run, in nanoseconds, or {@link GuessMarks#NO_GUESS}. Dragging
     * its handle on the time axis sets it; dragging it off to the left or pressing Delete removes
     * it. Both can be undone.
     */
    public LongProperty guessProperty() {
        return guess;
    }

    /**
     * The guess that was set when the shown run began, in nanoseconds, or {@link
     * GuessMarks#NO_GUESS}. The timeline never changes it.
     */
    public LongProperty runGuessProperty() {
        return runGuess;
    }

    /**
     * Receives the instant, in nanoseconds since time zero, that is pressed or dragged to on the
     * time axis of a finished run; null to do nothing.
     */
    public ObjectProperty<@Nullable LongConsumer> onSeekProperty() {
        return onSeek;
    }

    /** The scale of the drawing, 1 for the normal size. */
    public DoubleProperty scaleProperty() {
        return scale;
    }

    /** Whether a finished run is shown whose tasks shared nothing that could have a row. */
    public ReadOnlyBooleanProperty sharesNothingProperty() {
        return sharesNothing.getReadOnlyProperty();
    }

    void setSharesNothing(boolean nothing) {
        sharesNothing.set(nothing);
    }

    /** Shows the whole trace. */
    void fitAll() {
        window.set(null);
    }

    /** Shows a range of time with a margin, so that both of its borders are in sight. */
    public void zoomTo(TimeRange wanted) {
        long margin = wanted.lengthNanos() / ZOOM_MARGIN;
        TimeRange wide = new TimeRange(wanted.beginNanos() - margin, wanted.endNanos() + margin);
        ChartLayout layout = getSkin() instanceof TimelineSkin skin ? skin.layout() : null;
        TimeRange whole = layout == null ? wide : layout.wholeWindow();
        TimeRange inside = wide.within(whole);
        showWindow(layout != null && inside.equals(whole) ? null : inside);
    }

    /** Shows a range of time, or everything, as a step that can be undone. */
    void showWindow(@Nullable TimeRange next) {
        if (getSkin() instanceof TimelineSkin skin) {
            skin.views().show(next);
        } else {
            window.set(next);
        }
    }

    /**
     * Reads the trace and repaints if anything has changed since the last call. Never throws: a
     * frame that cannot be painted is logged and skipped.
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
