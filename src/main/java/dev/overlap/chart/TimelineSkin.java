package dev.overlap.chart;

import dev.overlap.render.PaintTarget;
import dev.overlap.render.Surface;
import dev.overlap.render.TimeRange;
import dev.overlap.render.timeline.ChartFrame;
import dev.overlap.render.timeline.ChartLayout;
import dev.overlap.render.timeline.ChartPainter;
import dev.overlap.render.timeline.GuessMarks;
import dev.overlap.render.timeline.TraceMetrics;
import dev.overlap.text.ChartText;
import dev.overlap.trace.Trace;

import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.SkinBase;
import javafx.scene.layout.Region;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The nodes of a {@link Timeline}: a canvas, a scroll bar beside the rows, and the rubber band of
 * the mouse. What happens between two pulses only sets a flag; {@link #pulse} paints.
 */
final class TimelineSkin extends SkinBase<Timeline> {

    private static final Logger LOG = LoggerFactory.getLogger(TimelineSkin.class);
    private static final String EMPTY_WORDS = ChartText.INVITATION;
    private static final long FIGURES_EVERY_NANOS = 100_000_000;
    private static final double BAR_WIDTH = 10;

    private final ScrollBar scrollBar = new ScrollBar();
    private final Region band = new Region();
    private final FxTextMetrics typeface = new FxTextMetrics();
    private final ChartPainter painter = new ChartPainter(typeface);
    private final ScaledCanvas scaledCanvas = new ScaledCanvas(typeface);
    private final TooltipOverlay tip = new TooltipOverlay(typeface);
    private final ViewHistory viewHistory;
    private Subscription subscription;
    private @Nullable ChartFrame painted;
    private @Nullable ChartLayout layout;
    private @Nullable ChartLayout blank;
    private @Nullable TimeRange held;
    private long figuresTaken;
    private boolean dirty = true;
    private boolean sought;

    TimelineSkin(Timeline timeline) {
        super(timeline);
        scrollBar.setManaged(false);
        scrollBar.setOrientation(Orientation.VERTICAL);
        scrollBar.setVisible(false);
        band.setManaged(false);
        band.setVisible(false);
        band.setMouseTransparent(true);
        band.setStyle("-fx-background-color: #0B5FC733; -fx-border-color: #0B5FC7;");
        viewHistory = new ViewHistory(timeline.windowProperty(), System::nanoTime);
        getChildren().addAll(scaledCanvas.canvas(), band, scrollBar, tip.canvas());
        subscription =
                Subscription.combine(watch(timeline), new TimelineBehavior(timeline, this).begin());
    }

    private Subscription watch(Timeline timeline) {
        Runnable touch = () -> dirty = true;
        return Subscription.combine(
                timeline.traceProperty().subscribe(touch),
                timeline.traceProperty().subscribe(viewHistory::forget),
                timeline.playheadProperty().subscribe(touch),
                timeline.selectedTaskProperty().subscribe(this::reveal),
                timeline.darkProperty().subscribe(touch),
                timeline.foldingProperty().subscribe(() -> sought = true),
                timeline.foldingProperty().subscribe(touch),
                timeline.windowProperty().subscribe(touch),
                timeline.scrollProperty().subscribe(touch),
                timeline.guessProperty().subscribe(touch),
                timeline.runGuessProperty().subscribe(touch),
                timeline.scaleProperty().subscribe(touch),
                timeline.focusVisibleProperty().subscribe(touch),
                scrollBar
                        .valueProperty()
                        .subscribe(value -> timeline.scrollProperty().set(value.doubleValue())));
    }

    @Override
    public void dispose() {
        if (getSkinnable() == null) {
            return;
        }
        subscription.unsubscribe();
        // another skin may have put its own there
        getChildren().removeAll(scaledCanvas.canvas(), band, scrollBar, tip.canvas());
        super.dispose();
    }

    @Override
    protected void layoutChildren(double x, double y, double width, double height) {
        dirty |= scaledCanvas.fill(x, y, width, height);
    }

    /** Where everything stood in the last frame, or null where nothing has been painted. */
    @Nullable ChartLayout layout() {
        return layout;
    }

    /**
     * Where the time axis stands, of a trace or of the empty state; null before the first frame.
     */
    @Nullable ChartLayout axisLayout() {
        return layout == null ? blank : layout;
    }

    /** What it is painted on; says how mouse and picture measure. */
    ScaledCanvas paper() {
        return scaledCanvas;
    }

    /** Keeps the axis as it is while a hand drags on it, or with null lets it go. */
    void hold(@Nullable TimeRange range) {
        held = range;
        dirty = true;
    }

    /** What was shown before. */
    ViewHistory views() {
        return viewHistory;
    }

    /** What is reported the thing under the mouse. */
    TooltipOverlay tip() {
        return tip;
    }

    Region band() {
        return band;
    }

    /** The time of the selected task, or null where none is selected or it has not begun. */
    @Nullable TimeRange windowOfSelection() {
        ChartFrame frame = painted;
        int selected = getSkinnable().selectedTaskProperty().get();
        return frame == null || layout == null || selected < 0 ? null : layout.windowOf(selected);
    }

    /** Scrolls until the selected row is in sight. */
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
        double above = last.rows().top() - last.rowTop(row);
        double below = last.rowTop(row) + last.rowHeight() - last.rows().bottom();
        if (above > 0 || below > 0) {
            double shift = above > 0 ? -above : below;
            getSkinnable().scrollProperty().set(last.scroll() + shift);
        }
    }

    void pulse() {
        try {
            paintIfNeeded();
            tip.pulse(painted, layout, sheet(), getSkinnable().scaleProperty().get());
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
        if (dirty || isOutdated(painted, trace, horizon)) {
            paint(frame(trace, horizon));
        }
    }

    private static boolean isOutdated(@Nullable ChartFrame last, Trace trace, long horizon) {
        return last == null
                || last.trace() != trace
                || last.horizonNanos() != horizon
                || last.figures().horizonNanos() != horizon;
    }

    private void paintEmpty() {
        if (dirty) {
            ChartFrame empty = ChartFrame.blank(getSkinnable().guessProperty().get(), held);
            PaintTarget target = sheet();
            scaledCanvas.paint(
                    target,
                    surface -> blank = painter.paintEmpty(surface, empty, target, EMPTY_WORDS));
            getSkinnable().setAccessibleText(AccessibleDescription.EMPTY);
            scrollBar.setVisible(false);
            layout = null;
            painted = null;
            dirty = false;
        }
    }

    private long horizon(Trace trace) {
        long playhead = getSkinnable().playheadProperty().get();
        long reach = trace.horizonNanos();
        return playhead == Timeline.FOLLOW ? reach : Math.clamp(playhead, 0, reach);
    }

    private ChartFrame frame(Trace trace, long horizon) {
        Timeline timeline = getSkinnable();
        return new ChartFrame(
                trace,
                figures(trace, horizon),
                horizon,
                held == null ? timeline.windowProperty().get() : held,
                timeline.scrollProperty().get(),
                timeline.selectedTaskProperty().get(),
                Integer.MAX_VALUE,
                timeline.foldingProperty().get(),
                guessed(timeline.runGuessProperty().get(), timeline.guessProperty().get()));
    }

    private static GuessMarks guessed(long run, long next) {
        return new GuessMarks(run, next == run ? GuessMarks.NO_GUESS : next);
    }

    /**
     * The figures of the last frame while they are young, because they cost a look at every task.
     */
    private TraceMetrics figures(Trace trace, long horizon) {
        ChartFrame last = painted;
        long now = System.nanoTime();
        if (last != null && last.trace() == trace) {
            TraceMetrics old = last.figures();
            boolean finishedSince = trace.isFinished() && old.whole() == null;
            boolean young = now - figuresTaken < FIGURES_EVERY_NANOS;
            if (!finishedSince && (young || old.horizonNanos() == horizon)) {
                return old;
            }
        }
        figuresTaken = now;
        return TraceMetrics.of(trace, horizon);
    }

    private void paint(ChartFrame frame) {
        PaintTarget target = sheet();
        scaledCanvas.paint(target, surface -> paint(surface, frame, target));
        dirty = false;
        narrate(frame);
        painted = frame;
        seekSelection();
    }

    /**
     * As often as there are fresh figures, and when the rows or the selected task become others.
     */
    @SuppressWarnings("ReferenceEquality") // equal figures only cost the sentence once more
    private void narrate(ChartFrame frame) {
        ChartFrame last = painted;
        if (last == null
                || last.figures() != frame.figures()
                || last.grouping() != frame.grouping()
                || last.selectedTask() != frame.selectedTask()) {
            getSkinnable().setAccessibleText(AccessibleDescription.of(frame));
        }
    }

    private void paint(Surface surface, ChartFrame frame, PaintTarget target) {
        ChartLayout fresh = painter.paint(surface, frame, target);
        if (getSkinnable().isFocusVisible()) {
            surface.outline(0, 0, target.width(), target.height(), target.theme().accent());
        }
        layout = fresh;
        showScrollBar(fresh);
    }

    /** Folded otherwise, the selected task stands in another row, perhaps out of sight. */
    private void seekSelection() {
        if (sought) {
            sought = false;
            reveal();
        }
    }

    private void showScrollBar(ChartLayout fresh) {
        boolean needed = fresh.mostScroll() > 0;
        scrollBar.setVisible(needed);
        if (!needed) {
            return;
        }
        double height = fresh.rows().height();
        scrollBar.setMax(fresh.mostScroll());
        scrollBar.setVisibleAmount(fresh.mostScroll() * height / fresh.rowsHeight());
        scrollBar.setUnitIncrement(fresh.rowHeight());
        scrollBar.setBlockIncrement(height);
        scrollBar.setValue(fresh.scroll());
        scrollBar.resizeRelocate(
                scaledCanvas.canvas().getWidth() - BAR_WIDTH,
                scaledCanvas.pixels(fresh.rows().top()),
                BAR_WIDTH,
                scaledCanvas.pixels(height));
    }

    private PaintTarget sheet() {
        scaledCanvas.setScale(getSkinnable().scaleProperty().get());
        return scaledCanvas.sheet(getSkinnable(), getSkinnable().darkProperty().get());
    }
}
