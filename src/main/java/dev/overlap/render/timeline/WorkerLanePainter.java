package dev.overlap.render.timeline;

import dev.overlap.render.PhaseBrush;
import dev.overlap.render.RowGrouping;
import dev.overlap.render.Surface;
import dev.overlap.render.TaskBarDecimator;
import dev.overlap.render.TextStyle;
import dev.overlap.render.Theme;
import dev.overlap.render.TimeLane;
import dev.overlap.render.TimeLaneDecimator;
import dev.overlap.render.TimeScale;
import dev.overlap.text.DisplayNames;
import dev.overlap.text.DurationFormat;
import dev.overlap.trace.Phase;
import dev.overlap.trace.Trace;
import dev.overlap.trace.WorkerStartup;
import dev.overlap.trace.WorkerTrack;

/**
 * Paints the lanes of the workers, as a strip below the tasks or as the rows of the chart.
 *
 * <p>A lane is empty while its worker is idle. An event loop's lane is solid while it is busy;
 * slices narrower than a pixel are drawn with a height proportional to their share of its time. A
 * thread's lane is light while occupied by a task. In the strip it has a solid base while that task
 * does more than wait, as far as its phases reveal: sending, receiving, computing; as a row it
 * shows the phases themselves, so that waiting and computing are distinguishable at a glance. Work
 * for the selected task is highlighted, and on a loop each of its resumes and suspends has a mark.
 */
final class WorkerLanePainter implements TaskBarDecimator.Sink {

    private static final double MIN_LABEL = 60;
    private static final double MIN_DETAIL = 8;
    private static final double MIN_SHARE = 0.25;
    private static final double MIN_MARK = 3;
    private static final double MARK = 3.5;

    /** A row of this height has a line for task names above the bars. */
    private static final double MIN_FOR_NAMES = 28;

    private final PaintContext context;
    private final Surface surface;
    private final Theme theme;
    private final ChartLayout layout;
    private final Trace trace;
    private final PhaseBrush brush;
    private final boolean asRows;
    private WorkerTrack.Role role = WorkerTrack.Role.LOOP;
    private double top;
    private double height;
    private double sliceLeft;
    private double sliceRight;

    WorkerLanePainter(PaintContext context) {
        this.context = context;
        this.surface = context.surface();
        this.theme = context.theme();
        this.layout = context.layout();
        this.trace = context.frame().trace();
        this.brush = new PhaseBrush(surface, theme);
        this.asRows = context.frame().grouping() == RowGrouping.WORKERS;
    }

    /** Paints the strip. */
    void paintStrip() {
        LaneLayout laneLayout = layout.lanes();
        for (int lane = 0; lane < laneLayout.shown(); lane++) {
            paint(lane, laneLayout.laneTop(lane), laneLayout.laneHeight());
        }
        if (laneLayout.leftOut() > 0) {
            double middle = laneLayout.laneTop(laneLayout.shown()) + laneLayout.laneHeight() / 2;
            String words = "and " + DisplayNames.count(laneLayout.leftOut(), "more worker");
            context.name(words, middle, TextStyle.SMALL, theme.quietText());
        }
    }

    /** Paints the lane of one worker into a row. */
    void paint(int index, double rowTop, double rowHeight) {
        WorkerTrack worker = trace.worker(index);
        boolean high = !asRows && layout.lanes().areHigh();
        double gap = high ? 7 : 3;
        role = worker.role();
        top = rowTop + gap;
        height = rowHeight - 2 * gap;
        names(worker, high);
        ground();
        startUp(worker);
        TimeLaneDecimator.walk(
                TimeLane.of(worker),
                context.scale(),
                context.frame().horizonNanos(),
                (slice, x, width, share) -> slice(worker.task(slice), x, width, share));
    }

    private void names(WorkerTrack worker, boolean high) {
        double[] shares = context.frame().metrics().busyShare();
        double share = worker.index() < shares.length ? shares[worker.index()] : 0;
        String word = role.runsOneTaskAtATime() ? "occupied " : "busy ";
        String percent = Math.round(Math.min(1, share) * 100) + " %";
        String busy = word + percent;
        double middle = top + height / 2;
        if (high) {
            context.name(worker.name(), middle - 8, TextStyle.STRONG, theme.text());
            context.name(busy, middle + 8, TextStyle.SMALL, theme.quietText());
            return;
        }
        TextStyle style = asRows ? TextStyle.LABEL : TextStyle.SMALL;
        boolean fits = context.fitter().width(worker.name(), style) <= widthBeside(busy);
        String shown = fits ? busy : percent;
        String name = context.fitter().fit(worker.name(), style, widthBeside(shown));
        context.text(name, ChartLayout.PAD, middle, style, Surface.Align.LEFT, theme.text());
        context.text(
                shown,
                layout.statusRight(),
                middle,
                TextStyle.SMALL,
                Surface.Align.RIGHT,
                theme.quietText());
    }

    /** The width of the gutter that a text at its right end leaves. */
    private double widthBeside(String text) {
        double width = context.fitter().width(text, TextStyle.SMALL);
        return layout.statusRight() - ChartLayout.PAD - width - 8;
    }

    /** The line that the lane stands on, from time zero to the horizon. */
    private void ground() {
        TimeScale scale = context.scale();
        double left = Math.max(scale.left(), scale.edge(0));
        double right = Math.min(scale.right(), scale.edge(context.frame().horizonNanos()));
        if (right > left) {
            surface.fill(left, top + height, right - left, 1, theme.idle());
        }
    }

    /** The start-up of a worker process: a broken border, since it executes no task yet. */
    private void startUp(WorkerTrack worker) {
        WorkerStartup startUp = worker.startUp();
        long horizon = context.frame().horizonNanos();
        if (startUp == null || startUp.beginNanos() >= horizon) {
            return;
        }
        TimeScale scale = context.scale();
        double left = Math.max(scale.left(), scale.edge(startUp.beginNanos()));
        double right = Math.min(scale.right(), scale.edge(Math.min(horizon, startUp.endNanos())));
        if (right <= left) {
            return;
        }
        brokenBorder(left, right);
        String words = "start-up " + DurationFormat.text(startUp.nanos(horizon));
        double width = context.fitter().width(words, TextStyle.TINY) + 6;
        if (width + 6 < right - left) {
            surface.fill(left + 3, top + height / 2 - 7, width, 14, theme.ground());
            text(words, left + 6, top + height / 2, theme.text());
        }
    }

    private void brokenBorder(double left, double right) {
        double[] xs = {left + 0.5, right - 0.5};
        double[] ys = {top + 0.5, top + height - 0.5};
        for (int side = 0; side < 2; side++) {
            Surface.Stroke broken = Surface.Stroke.DASHED;
            surface.line(xs[0], ys[side], xs[1], ys[side], broken, theme.warning());
            surface.line(xs[side], ys[0], xs[side], ys[1], broken, theme.warning());
        }
    }

    private void slice(int task, double x, double width, double share) {
        boolean selected = task >= 0 && task == context.frame().selectedTask();
        if (role.runsOneTaskAtATime()) {
            occupied(task, x, width);
            if (selected) {
                surface.outline(x, top, width, height, theme.accent());
            }
        } else {
            running(task, x, width, share);
            if (selected && width >= MIN_MARK) {
                resumeMarks(x, x + width);
            }
        }
    }

    private void running(int task, double x, double width, double share) {
        boolean selected = task >= 0 && task == context.frame().selectedTask();
        double sliceHeight = Math.round(height * Math.max(MIN_SHARE, share));
        surface.fill(
                x,
                top + height - sliceHeight,
                width,
                sliceHeight,
                selected ? theme.accent() : theme.busy());
        if (width >= MIN_DETAIL) {
            surface.fill(x, top, 1, height, theme.ground());
        }
        label(task, x, width, top + height / 2, theme.onBusy());
    }

    /** Marks where the selected task resumed and suspended on the loop. */
    private void resumeMarks(double resumed, double suspended) {
        double[] up = {resumed - MARK, resumed + MARK, resumed};
        double[] upY = {top + height + 2, top + height + 2, top + height - MARK};
        surface.area(up, upY, 3, theme.accent());
        double[] down = {suspended - MARK, suspended + MARK, suspended};
        double[] downY = {top - 2, top - 2, top + MARK};
        surface.area(down, downY, 3, theme.accent());
    }

    private void occupied(int task, double x, double width) {
        surface.fill(x, top, width, height, theme.occupied());
        if (task >= 0 && width >= MIN_DETAIL) {
            sliceLeft = x;
            sliceRight = x + width;
            TaskBarDecimator.walk(
                    trace.task(task), context.scale(), context.frame().horizonNanos(), this);
        }
        if (width >= MIN_DETAIL) {
            surface.fill(x, top, context.scale().pixel(), height, theme.busy());
        }
        if (!asRows) {
            label(task, x, width, top + height / 2 - height / 8, theme.text());
        } else if (height >= MIN_FOR_NAMES) {
            label(task, x, width, top + 7, theme.text());
        }
    }

    @Override
    public void bar(int segment, Phase phase, double x, double width) {
        double left = Math.max(x, sliceLeft);
        double right = Math.min(x + width, sliceRight);
        if (right <= left) {
            return;
        }
        if (asRows) {
            phase(phase, left, right - left);
        } else if (phase.keepsWorkerBusy()) {
            double base = Math.round(height / 4);
            surface.fill(left, top + height - base, right - left, base, theme.busy());
        }
    }

    @Override
    public boolean draws(Phase phase) {
        return !asRows || context.frame().draws(phase);
    }

    private void phase(Phase phase, double x, double width) {
        boolean named = height >= MIN_FOR_NAMES;
        double available = named ? height - 16 : height - 4;
        double barHeight = 2 * Math.floor(available / 2);
        double middle = named ? top + 14 + barHeight / 2 : Math.round(top + height / 2);
        brush.paint(phase, x, middle, width, barHeight);
    }

    private void label(int task, double x, double width, double middle, int ink) {
        if (task < 0 || width < MIN_DETAIL) {
            return;
        }
        String name = DisplayNames.of(trace.task(task));
        if (width < MIN_LABEL && context.fitter().width(name, TextStyle.TINY) > width - 8) {
            return;
        }
        text(context.fitter().fit(name, TextStyle.TINY, width - 8), x + 5, middle, ink);
    }

    private void text(String text, double x, double middle, int ink) {
        context.text(text, x, middle, TextStyle.TINY, Surface.Align.LEFT, ink);
    }
}
