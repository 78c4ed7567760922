package dev.overlap.chart;

import dev.overlap.chart.background.ChartMetrics;
import dev.overlap.chart.background.RowOrderLookup;
import dev.overlap.chart.background.TaskLinkLookup;
import dev.overlap.render.GuessPainter;
import dev.overlap.render.PaintTarget;
import dev.overlap.render.Surface;
import dev.overlap.render.TextFitter;
import dev.overlap.render.TimeRange;
import dev.overlap.render.rows.RowChoice;
import dev.overlap.render.rows.RowOrder;
import dev.overlap.render.timeline.ChartFrame;
import dev.overlap.render.timeline.ChartLayout;
import dev.overlap.render.timeline.ChartPainter;
import dev.overlap.render.timeline.GuessMarks;
import dev.overlap.render.timeline.LegendPlace;
import dev.overlap.render.timeline.TraceMetrics;
import dev.overlap.text.ChartText;
import dev.overlap.trace.Phase;
import dev.overlap.trace.Trace;

import javafx.geometry.Point2D;
import javafx.scene.control.SkinBase;
import javafx.scene.input.MouseEvent;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;

/**
 * The skin of a {@link Timeline}: a canvas, a scroll bar beside the rows, and the rubber band of a
 * range selection. Changes between two pulses only set a flag; {@link #pulse} paints.
 */
final class TimelineSkin extends SkinBase<Timeline> {

    private static final Logger LOG = LoggerFactory.getLogger(TimelineSkin.class);
    private static final String EMPTY_TEXT = ChartText.INVITATION;

    private final FxTextMetrics textMetrics = new FxTextMetrics();
    private final TaskLinkLookup links = new TaskLinkLookup();
    private final ChartPainter painter = new ChartPainter(textMetrics, links);
    private final ScaledCanvas scaledCanvas = new ScaledCanvas(textMetrics);
    private final RubberBand band = new RubberBand(scaledCanvas);
    private final ChartScrollBar scrollBar = new ChartScrollBar(scaledCanvas);
    private final TooltipOverlay tip = new TooltipOverlay(textMetrics);
    private final ChartMetrics metrics = new ChartMetrics();
    private final RowOrderLookup orders = new RowOrderLookup();
    private final ViewHistory viewHistory;
    private final TimeAxisNavigator navigator;
    private Subscription subscription;
    private @Nullable ChartFrame painted;
    private @Nullable ChartLayout layout;
    private @Nullable ChartLayout emptyLayout;
    private @Nullable TimeRange held;
    private boolean dirty = true;
    private boolean revealPending;
    private int legendItem = -1;
    private int describedItem = -1;

    TimelineSkin(Timeline timeline) {
        super(timeline);
        viewHistory =
                new ViewHistory(
                        timeline.windowProperty(), timeline.guessProperty(), System::nanoTime);
        navigator = new TimeAxisNavigator(this::layout, viewHistory, scaledCanvas);
        getChildren().addAll(scaledCanvas.canvas(), band, scrollBar, tip.canvas());
        subscription =
                Subscription.combine(
                        watch(timeline), new TimelineBehavior(timeline, this).install());
    }

    private Subscription watch(Timeline timeline) {
        Runnable touch = () -> dirty = true;
        return Subscription.combine(
                timeline.traceProperty().subscribe(touch),
                timeline.traceProperty().subscribe(viewHistory::clearViews),
                timeline.playheadProperty().subscribe(touch),
                timeline.selectedTaskProperty().subscribe(this::reveal),
                timeline.darkProperty().subscribe(touch),
                timeline.groupingProperty().subscribe(() -> revealPending = true),
                timeline.groupingProperty().subscribe(touch),
                timeline.rowChoiceProperty().subscribe(this::chosen),
                timeline.windowProperty().subscribe(touch),
                timeline.scrollProperty().subscribe(touch),
                timeline.rangeProperty().subscribe(touch),
                timeline.guessProperty().subscribe(touch),
                timeline.guessProperty().subscribe(viewHistory::guessChanged),
                timeline.runGuessProperty().subscribe(touch),
                timeline.scaleProperty().subscribe(touch),
                timeline.focusVisibleProperty().subscribe(touch),
                scrollBar
                        .valueProperty()
                        .subscribe(value -> timeline.scrollProperty().set(value.doubleValue())));
    }

    /** In another order, the selected task may be out of sight. */
    private void chosen(@Nullable RowChoice before, RowChoice now) {
        dirty = true;
        revealPending |= before != null && !before.ordersLike(now);
    }

    @Override
    public void dispose() {
        if (getSkinnable() == null) {
            return;
        }
        subscription.unsubscribe();
        // a new skin may have added its own
        getChildren().removeAll(scaledCanvas.canvas(), band, scrollBar, tip.canvas());
        super.dispose();
    }

    @Override
    protected void layoutChildren(double x, double y, double width, double height) {
        dirty |= scaledCanvas.fill(x, y, width, height);
    }

    /** The last frame, or null if there is none of a trace. */
    @Nullable ChartFrame frame() {
        return painted;
    }

    /** The layout of the last frame, or null before the first. */
    @Nullable ChartLayout layout() {
        return layout;
    }

    /**
     * The layout of the time axis, of a trace or of the empty state; null before the first frame.
     */
    @Nullable ChartLayout axisLayout() {
        return layout == null ? emptyLayout : layout;
    }

    /** The canvas, which converts between pixels and units. */
    ScaledCanvas scaledCanvas() {
        return scaledCanvas;
    }

    /** The point of a mouse event, in units of the drawing. */
    Point2D at(MouseEvent event) {
        return new Point2D(scaledCanvas.units(event.getX()), scaledCanvas.units(event.getY()));
    }

    /** The instant at a mouse event, at an end of the axis if it is outside; 0 before a frame. */
    long nanosAt(MouseEvent event) {
        ChartLayout now = axisLayout();
        return now == null
                ? 0
                : now.nanosAt(Math.clamp(at(event).getX(), now.plotLeft(), now.plotRight()));
    }

    /** Zooms and moves the axis. */
    TimeAxisNavigator navigator() {
        return navigator;
    }

    /** Freezes the axis during a drag; null releases it. */
    void hold(@Nullable TimeRange range) {
        held = range;
        dirty = true;
    }

    /** The zoom history. */
    ViewHistory views() {
        return viewHistory;
    }

    /** The tooltip. */
    TooltipOverlay tip() {
        return tip;
    }

    /** The rectangle over what is being spanned. */
    RubberBand band() {
        return band;
    }

    /** The time range of the selected task, or null if none is selected or it has not begun. */
    @Nullable TimeRange windowOfSelection() {
        ChartFrame frame = painted;
        int selected = getSkinnable().selectedTaskProperty().get();
        return frame == null || layout == null || selected < 0 ? null : layout.windowOf(selected);
    }

    /** Scrolls the selected row into view. */
    private void reveal() {
        dirty = true;
        ChartLayout last = layout;
        int task = getSkinnable().selectedTaskProperty().get();
        Trace trace = getSkinnable().traceProperty().get();
        if (last == null || trace == null || task < 0 || task >= trace.tasks().size()) {
            return;
        }
        int row = last.rowOfTask(task);
        if (row < 0) {
            return;
        }
        double shift = last.placement().shiftTo(row);
        if (shift != 0) {
            getSkinnable().scrollProperty().set(last.scroll() + shift);
        }
    }

    /** The entries of the legend in the last frame. */
    List<LegendPlace> legendPlaces() {
        return layout == null ? List.of() : layout.legendPlaces();
    }

    /** Moves the keyboard to an entry of the legend, whose meaning is shown; -1 leaves it. */
    void setLegendItem(int item) {
        legendItem = item;
        dirty = true;
        LegendPlace place = legendPlace();
        tip.follow(place == null ? null : new Point2D(place.middleX(), place.middleY()));
    }

    /** The entry of the legend that has the keyboard, or null. */
    @Nullable LegendPlace legendPlace() {
        List<LegendPlace> places = legendPlaces();
        return legendItem < 0 || legendItem >= places.size() ? null : places.get(legendItem);
    }

    /** The phase of the entry of the legend at a point of the control, or null. */
    @Nullable Phase legendPhaseAt(Point2D at) {
        ChartLayout last = layout;
        return last == null
                ? null
                : last.legendPhaseAt(scaledCanvas.units(at.getX()), scaledCanvas.units(at.getY()));
    }

    /** Zooms to a task that has been worked on. */
    void zoomTo(int task) {
        TimeRange window = layout == null ? null : layout.windowOf(task);
        if (window != null) {
            navigator.show(window);
        }
    }

    void pulse() {
        try {
            paintIfNeeded();
            tip.pulse(painted, layout, paintTarget(), getSkinnable().scaleProperty().get());
        } catch (RuntimeException e) {
            dirty = false; // the same frame would fail again, sixty times a second
            LOG.error("A frame of the timeline could not be painted.", e);
        }
    }

    private void paintIfNeeded() {
        if (scaledCanvas.isTooSmall()) {
            return;
        }
        Trace trace = getSkinnable().traceProperty().get();
        if (trace == null) {
            paintEmpty();
            return;
        }
        long horizon = horizon(trace);
        TraceMetrics current = metrics.at(trace, horizon);
        RowOrder order = orders.of(trace, getSkinnable().rowChoiceProperty().get());
        if (dirty || isOutdated(painted, current, horizon) || hasNews(order)) {
            paint(frame(trace, current, horizon, order));
        }
    }

    /** Whether anything has been found since the last frame that it did not wait for. */
    @SuppressWarnings("ReferenceEquality") // equal orders only cost painting once more
    private boolean hasNews(RowOrder order) {
        return painted == null || painted.order() != order || links.hasNews();
    }

    @SuppressWarnings("ReferenceEquality") // equal metrics only cost painting once more
    private static boolean isOutdated(
            @Nullable ChartFrame last, TraceMetrics current, long horizon) {
        return last == null || last.metrics() != current || last.horizonNanos() != horizon;
    }

    private void paintEmpty() {
        if (dirty) {
            ChartFrame empty = ChartFrame.blank(getSkinnable().guessProperty().get(), held);
            PaintTarget target = paintTarget();
            scaledCanvas.paint(target, surface -> emptyLayout = paintEmpty(surface, empty, target));
            getSkinnable().setAccessibleText(AccessibleDescription.EMPTY);
            getSkinnable().setSharesNothing(false);
            getSkinnable().setRowOrder(null);
            scrollBar.setVisible(false);
            layout = null;
            painted = null;
            dirty = false;
        }
    }

    private ChartLayout paintEmpty(Surface surface, ChartFrame empty, PaintTarget target) {
        ChartLayout fresh = painter.paintEmpty(surface, empty, target, EMPTY_TEXT);
        parkGuess(surface, target, fresh);
        return fresh;
    }

    /** A guess that is not in view is dragged from the right end of the axis. */
    private void parkGuess(Surface surface, PaintTarget target, ChartLayout fresh) {
        long guess = getSkinnable().guessProperty().get();
        if (guess < 0 || !fresh.shownWindow().includes(guess)) {
            new GuessPainter(surface, target.theme(), new TextFitter(textMetrics), fresh.scale())
                    .parkedHandle(fresh.axis().bottom());
        }
    }

    private long horizon(Trace trace) {
        long playhead = getSkinnable().playheadProperty().get();
        long reach = trace.horizonNanos();
        return playhead == Timeline.FOLLOW ? reach : Math.clamp(playhead, 0, reach);
    }

    private ChartFrame frame(Trace trace, TraceMetrics current, long horizon, RowOrder order) {
        Timeline timeline = getSkinnable();
        return new ChartFrame(
                trace,
                current,
                horizon,
                held == null ? timeline.windowProperty().get() : held,
                timeline.scrollProperty().get(),
                timeline.selectedTaskProperty().get(),
                Integer.MAX_VALUE,
                timeline.groupingProperty().get(),
                guessed(timeline.runGuessProperty().get(), timeline.guessProperty().get()),
                order);
    }

    private static GuessMarks guessed(long run, long next) {
        return new GuessMarks(run, next == run ? GuessMarks.NO_GUESS : next);
    }

    private void paint(ChartFrame frame) {
        PaintTarget target = paintTarget();
        links.beginFrame();
        scaledCanvas.paint(target, surface -> paint(surface, frame, target));
        dirty = false;
        updateAccessibleText(frame);
        updateSharing(frame);
        getSkinnable().setRowOrder(frame.order());
        painted = frame;
        revealIfPending(frame.order().choice());
    }

    /** Updates the accessible text when what it describes has changed. */
    @SuppressWarnings("ReferenceEquality") // equal metrics only cost formatting once more
    private void updateAccessibleText(ChartFrame frame) {
        ChartFrame last = painted;
        if (frame.metrics().isPending()) {
            return;
        }
        if (last == null
                || last.metrics() != frame.metrics()
                || last.grouping() != frame.grouping()
                || last.order() != frame.order()
                || last.selectedTask() != frame.selectedTask()
                || describedItem != legendItem) {
            describedItem = legendItem;
            LegendPlace place = legendPlace();
            getSkinnable()
                    .setAccessibleText(
                            place == null
                                    ? AccessibleDescription.of(frame)
                                    : AccessibleDescription.ofLegend(frame, place));
        }
    }

    /** Known at the end of a run; a replay of it, which begins with nothing, changes nothing. */
    private void updateSharing(ChartFrame frame) {
        boolean over = frame.trace().isFinished();
        if (frame.metrics().isPending()) {
            return;
        }
        if (!over || frame.horizonNanos() >= frame.trace().wallNanos()) {
            getSkinnable().setSharesNothing(over && frame.sharesNothing());
        }
    }

    private void paint(Surface surface, ChartFrame frame, PaintTarget target) {
        TimeRange range = getSkinnable().rangeProperty().get();
        ChartLayout fresh = painter.paint(surface, frame, target, range);
        parkGuess(surface, target, fresh);
        if (getSkinnable().isFocusVisible()) {
            surface.outline(0, 0, target.width(), target.height(), target.theme().accent());
        }
        layout = fresh;
        LegendPlace place = legendPlace();
        if (place != null) {
            surface.outline(
                    place.x() - 3,
                    place.y(),
                    place.width() + 6,
                    place.height(),
                    target.theme().accent());
        }
        scrollBar.show(fresh.rows(), fresh.rowsHeight(), fresh.scroll(), fresh.rowHeight());
    }

    /** After regrouping, the selected task is in another row, perhaps out of view. */
    private void revealIfPending(RowChoice ordered) {
        if (revealPending && ordered.ordersLike(getSkinnable().rowChoiceProperty().get())) {
            revealPending = false;
            reveal();
        }
    }

    private PaintTarget paintTarget() {
        scaledCanvas.setScale(getSkinnable().scaleProperty().get());
        return scaledCanvas.paintTarget(getSkinnable(), getSkinnable().darkProperty().get());
    }
}
