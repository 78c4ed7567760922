package dev.overlap.render.timeline;

import dev.overlap.render.RowGrouping;
import dev.overlap.render.Surface;
import dev.overlap.render.TextStyle;
import dev.overlap.render.Theme;
import dev.overlap.render.TimeLane;
import dev.overlap.render.TimeLaneDecimator;
import dev.overlap.render.TimeScale;
import dev.overlap.text.DisplayNames;
import dev.overlap.text.DurationFormat;
import dev.overlap.text.PictureText;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;
import dev.overlap.trace.WorkerTrack;

import java.util.ArrayList;
import java.util.List;

/**
 * Tints, over a task's bars, the time in which its event loop was blocked by another task: a
 * response that arrived meanwhile could not be handled.
 *
 * <p>This is derived from the loop's busy slices, and labelled so: whether and when a response
 * arrived is not known. Only slices of {@value #MIN_MILLIS} ms or more count, as every loop takes
 * some time for its steps; and only visible ones, so that the cost depends on the pixels.
 */
final class BlockedLoopPainter {

    static final long MIN_MILLIS = 15;
    private static final long MIN_NANOS = MIN_MILLIS * 1_000_000;
    private static final double MIN_WIDTH = 3;

    /** Above the tint, so that it can be told without colour. */
    private static final double EDGE = 2;

    private record Block(int worker, int task, long begin, long end) {}

    private final PaintContext context;
    private final Trace trace;
    private final List<Block> blocks = new ArrayList<>();

    BlockedLoopPainter(PaintContext context) {
        this.context = context;
        this.trace = context.frame().trace();
        if (context.frame().grouping() == RowGrouping.TASKS) {
            trace.workers().stream()
                    .filter(worker -> worker.role() == WorkerTrack.Role.LOOP)
                    .forEach(this::collect);
        }
    }

    private void collect(WorkerTrack loop) {
        long horizon = context.frame().horizonNanos();
        TimeLaneDecimator.walk(
                TimeLane.of(loop),
                context.scale(),
                horizon,
                (slice, _, width, _) -> {
                    long end = Math.min(loop.end(slice), horizon);
                    if (width >= MIN_WIDTH && end - loop.begin(slice) >= MIN_NANOS) {
                        blocks.add(
                                new Block(loop.index(), loop.task(slice), loop.begin(slice), end));
                    }
                });
    }

    /** Shades the row of a task. */
    void paint(TaskTrack task, double middle, double height) {
        for (Block block : blocks) {
            if (block.worker == task.worker() && block.task != task.index()) {
                shade(task, block, middle, height);
            }
        }
    }

    private void shade(TaskTrack task, Block block, double middle, double height) {
        int segment = Math.max(0, task.segmentAt(block.begin));
        double from = Double.NaN;
        double to = Double.NaN;
        while (segment < task.segments() && task.begin(segment) < block.end) {
            if (task.phase(segment).endsOnLoop()
                    && context.frame().draws(task.phase(segment))
                    && task.end(segment) > block.begin) {
                double left = edge(Math.max(task.begin(segment), block.begin));
                from = Double.isNaN(from) ? left : from;
                to = edge(Math.min(task.end(segment), block.end));
            }
            segment++;
        }
        if (to - from >= MIN_WIDTH) {
            shade(from, to, block, middle, height);
        }
    }

    private void shade(double from, double to, Block block, double middle, double height) {
        Theme theme = context.theme();
        Surface surface = context.surface();
        surface.fill(from, middle - height / 2, to - from, height, theme.held());
        surface.fill(from, middle - height / 2 - EDGE, to - from, EDGE, theme.warning());
        String words = words(block);
        double width = context.fitter().width(words, TextStyle.TINY) + 6;
        if (width + 8 <= to - from) {
            surface.fill(from + 4, middle - 7, width, 14, theme.ground());
            context.text(words, from + 7, middle, TextStyle.TINY, Surface.Align.LEFT, theme.text());
        }
    }

    private String words(Block block) {
        String who =
                block.task < 0
                        ? PictureText.WORK_FOR_NO_TASK
                        : DisplayNames.of(trace.task(block.task));
        return "loop held by "
                + who
                + " for "
                + DurationFormat.text(block.end - block.begin)
                + " (derived)";
    }

    private double edge(long nanos) {
        TimeScale scale = context.scale();
        return Math.clamp(scale.edge(nanos), scale.left(), scale.right());
    }
}
