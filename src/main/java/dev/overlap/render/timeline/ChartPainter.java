package dev.overlap.render.timeline;

import dev.overlap.render.CollectedPainter;
import dev.overlap.render.GuessPainter;
import dev.overlap.render.PaintTarget;
import dev.overlap.render.RangePainter;
import dev.overlap.render.RowGrouping;
import dev.overlap.render.Surface;
import dev.overlap.render.TextFitter;
import dev.overlap.render.TextMetrics;
import dev.overlap.render.TextStyle;
import dev.overlap.render.Theme;
import dev.overlap.render.TimeAxis;
import dev.overlap.render.TimeRange;
import dev.overlap.render.VerticalSpan;
import dev.overlap.render.links.LinkGeometry;
import dev.overlap.render.links.TaskLinkCache;
import dev.overlap.render.links.TaskLinkPainter;
import dev.overlap.render.links.TaskLinkSource;
import dev.overlap.text.CollectText;
import dev.overlap.text.PictureText;

import org.jspecify.annotations.Nullable;

/**
 * Paints a trace, identically in the window, in files and in tests. A pure function of its
 * arguments, apart from caches of shortened texts and of the links of a task.
 *
 * <p>Threads: one at a time. The cost depends on what is visible, not on the size of the run.
 */
public final class ChartPainter {

    private static final TextStyle EMPTY = new TextStyle(15, false);
    private static final String GUESS_INVITATION = PictureText.GUESS_INVITATION;

    private final TextFitter textFitter;
    private final TaskLinkSource links;

    public ChartPainter(TextMetrics metrics) {
        this(metrics, new TaskLinkCache());
    }

    /**
     * @param links what the arrows show
     */
    public ChartPainter(TextMetrics metrics, TaskLinkSource links) {
        this.links = links;
        this.textFitter = new TextFitter(metrics);
    }

    /** Returns the layout without painting. */
    public ChartLayout layout(ChartFrame frame, PaintTarget target) {
        return new ChartLayout(frame, target, textFitter);
    }

    /**
     * Returns the height at which all rows of a frame are visible.
     *
     * @param rowHeight of one row
     */
    public double heightFor(ChartFrame frame, double width, double rowHeight) {
        PaintTarget target = new PaintTarget(width, 1_000, 1, Theme.LIGHT);
        int legendLines = layout(frame, target).legendLines();
        return ChartLayout.heightFor(frame, rowHeight, legendLines);
    }

    /**
     * Paints a frame over the whole target.
     *
     * @return the layout
     */
    public ChartLayout paint(Surface surface, ChartFrame frame, PaintTarget target) {
        return paint(surface, frame, target, null);
    }

    /**
     * Paints a frame over the whole target.
     *
     * @param range the range that is measured, or null
     * @return the layout
     */
    public ChartLayout paint(
            Surface surface, ChartFrame frame, PaintTarget target, @Nullable TimeRange range) {
        ChartLayout layout = layout(frame, target);
        PaintContext context = new PaintContext(surface, target.theme(), textFitter, frame, layout);
        surface.fill(0, 0, target.width(), target.height(), target.theme().ground());
        RowPainter rows = new RowPainter(context);
        rows.paintSelection();
        paintAxis(context);
        Legend.paint(context);
        rangeBelowRows(context, range);
        new ReferenceLinePainter(context).paint();
        playhead(context); // below the rows, whose labels it must not cross
        rows.paint();
        new DeadlockPainter(context).paint();
        new ConcurrencyCurvePainter(context).paint();
        new WorkerLanePainter(context).paintStrip();
        paintProgram(context);
        rangeOverCurve(context, range);
        paintLinks(context);
        return layout;
    }

    /** The lane of the program, below those of the workers. */
    private static void paintProgram(PaintContext context) {
        VerticalSpan lane = context.layout().lanes().programLane();
        if (lane.height() == 0) {
            return;
        }
        ChartFrame frame = context.frame();
        int tasks = frame.trace().tasks().size();
        int selected = frame.selectedTask() < tasks ? frame.selectedTask() : -1;
        int collected =
                new CollectedPainter(context.surface(), context.theme(), context.scale())
                        .lane(frame.trace(), selected, frame.horizonNanos(), lane);
        double middle = lane.middle();
        TextStyle style = TextStyle.SMALL;
        context.name(CollectText.PROGRAM, middle, style, context.theme().text());
        context.text(
                CollectText.collected(collected, tasks),
                context.layout().statusRight(),
                middle,
                style,
                Surface.Align.RIGHT,
                context.theme().quietText());
    }

    /** Over all else, since arrows lead from the rows to the lanes. */
    private void paintLinks(PaintContext context) {
        ChartFrame frame = context.frame();
        int task = frame.selectedTask();
        boolean shown =
                frame.order().choice().arrows()
                        && frame.grouping() == RowGrouping.TASKS
                        && task >= 0
                        && task < frame.trace().tasks().size();
        if (shown) {
            ChartLayout layout = context.layout();
            LinkGeometry space =
                    new LinkGeometry(
                            frame.order(),
                            layout.placement(),
                            RowPainter.barHeight(layout.rowHeight()),
                            layout.lanes()::lane);
            new TaskLinkPainter(
                            context.surface(), context.theme(), textFitter, context.scale(), space)
                    .paint(task, links.of(frame.trace(), task, frame.horizonNanos()));
        }
    }

    /**
     * Paints an empty target with an axis for a guess and a sentence.
     *
     * @param blank as created by {@link ChartFrame#blank}
     * @return the layout
     */
    public ChartLayout paintEmpty(
            Surface surface, ChartFrame blank, PaintTarget target, String sentence) {
        ChartLayout layout = layout(blank, target);
        PaintContext context = new PaintContext(surface, target.theme(), textFitter, blank, layout);
        surface.fill(0, 0, target.width(), target.height(), target.theme().ground());
        paintAxis(context);
        new ReferenceLinePainter(context).paint();
        double middle = target.height() / 2;
        quietText(surface, target, sentence, EMPTY, middle);
        quietText(surface, target, GUESS_INVITATION, TextStyle.SMALL, middle + 26);
        return layout;
    }

    /** Paints secondary text on a background of its own, so that no line crosses it. */
    private void quietText(
            Surface surface, PaintTarget target, String text, TextStyle style, double middle) {
        String fitted = textFitter.fit(text, style, target.width() - 2 * ChartLayout.PAD);
        double width = textFitter.width(fitted, style) + 8;
        double left = (target.width() - width) / 2;
        surface.fill(left, middle - 11, width, 22, target.theme().ground());
        double baseline = middle + style.baselineFromMiddle();
        int ink = target.theme().quietText();
        surface.text(fitted, target.width() / 2, baseline, style, Surface.Align.CENTER, ink);
    }

    private static void playhead(PaintContext context) {
        long at = context.frame().horizonNanos();
        if (!context.frame().isReplay() || !context.scale().shows(at)) {
            return;
        }
        int ink = context.theme().accent();
        double x = context.scale().edge(at);
        double top = context.layout().axis().bottom();
        VerticalSpan fitted = context.layout().captions(); // no line crosses them
        context.surface().fill(x, top, 2, fitted.top() - top, ink);
        context.surface().fill(x, fitted.bottom(), 2, context.bottom() - fitted.bottom(), ink);
        double[] xs = {x - 5, x + 5, x};
        double[] ys = {top - 6, top - 6, top + 2};
        context.surface().area(xs, ys, 3, ink);
    }

    /** Below bars, which keep their colours, and below labels, which no edge may cross. */
    private static void rangeBelowRows(PaintContext context, @Nullable TimeRange range) {
        if (range != null) {
            VerticalSpan axis = context.layout().axis();
            RangePainter painter = painter(context);
            painter.onAxis(range, axis);
            painter.band(range, axis.bottom(), context.layout().captions().bottom());
        }
    }

    /** Over the curve and the lanes, which would cover it. */
    private static void rangeOverCurve(PaintContext context, @Nullable TimeRange range) {
        if (range != null) {
            painter(context).band(range, context.layout().captions().bottom(), context.bottom());
        }
    }

    private static RangePainter painter(PaintContext context) {
        return new RangePainter(context.surface(), context.theme(), context.scale());
    }

    private static void paintAxis(PaintContext context) {
        ChartLayout layout = context.layout();
        new TimeAxis(
                        context.surface(),
                        context.theme(),
                        context.fitter(),
                        context.scale(),
                        layout.axis(),
                        context.bottom(),
                        ChartLayout.PAD,
                        layout.plotRight() - GuessPainter.HANDLE)
                .paint();
    }
}
