package dev.overlap.render.timeline;

import dev.overlap.render.BusySliceDecimator;
import dev.overlap.render.RowGrouping;
import dev.overlap.render.Surface;
import dev.overlap.render.TextStyle;
import dev.overlap.render.Theme;
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
 * Shades, over the bars of a task that a loop carries, the time in which the loop was held by
 * another one: a reply that came meanwhile could be seen by nobody.
 *
 * <p>This is derived, from the loop's own busy slices, and says so: whether and when a reply lay
 * there is not known. Only slices of {@value #MIN_MILLIS} ms or more count, as steps of every loop
 * take their time; and only those that can be seen, so that the cost follows the pixels.
 */
final class BlockedLoopPainter {

    static final long MIN_MILLIS = 15;
    private static final long MIN_NANOS = MIN_MILLIS * 1_000_000;
    private static final double MIN_WIDTH = 3;

    private record Held(int worker, int task, long begin, long end) {}

    private final PaintContext context;
    private final Trace trace;
    private final List<Held> all = new ArrayList<>();

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
        BusySliceDecimator.walk(
                loop,
                context.scale(),
                horizon,
                (slice, task, _, width, _) -> {
                    long end = Math.min(loop.end(slice), horizon);
                    if (width >= MIN_WIDTH && end - loop.begin(slice) >= MIN_NANOS) {
                        all.add(new Held(loop.index(), task, loop.begin(slice), end));
                    }
                });
    }

    /** Shades the row of a task. */
    void paint(TaskTrack task, double middle, double height) {
        for (Held held : all) {
            if (held.worker == task.worker() && held.task != task.index()) {
                shade(task, held, middle, height);
            }
        }
    }

    private void shade(TaskTrack task, Held held, double middle, double height) {
        int segment = Math.max(0, task.segmentAt(held.begin));
        double from = Double.NaN;
        double to = Double.NaN;
        while (segment < task.segments() && task.begin(segment) < held.end) {
            if (task.phase(segment).endsOnLoop() && task.end(segment) > held.begin) {
                double left = edge(Math.max(task.begin(segment), held.begin));
                from = Double.isNaN(from) ? left : from;
                to = edge(Math.min(task.end(segment), held.end));
            }
            segment++;
        }
        if (to - from >= MIN_WIDTH) {
            shade(from, to, held, middle, height);
        }
    }

    private void shade(double from, double to, Held held, double middle, double height) {
        Theme theme = context.theme();
        Surface surface = context.surface();
        surface.hatch(from, middle - height / 2, to - from, height, theme.warning());
        String words = words(held);
        double width = context.fitter().width(words, TextStyle.TINY) + 6;
        if (width + 8 <= to - from) {
            surface.fill(from + 4, middle - 7, width, 14, theme.ground());
            context.text(words, from + 7, middle, TextStyle.TINY, Surface.Align.LEFT, theme.text());
        }
    }

    private String words(Held held) {
        String who =
                held.task < 0
                        ? PictureText.WORK_FOR_NO_TASK
                        : DisplayNames.of(trace.task(held.task));
        return "loop held by "
                + who
                + " for "
                + DurationFormat.text(held.end - held.begin)
                + " (derived)";
    }

    private double edge(long nanos) {
        TimeScale scale = context.scale();
        return Math.clamp(scale.edge(nanos), scale.left(), scale.right());
    }
}
