package dev.overlap.render.timeline;

import dev.overlap.render.RowGrouping;
import dev.overlap.render.Surface;
import dev.overlap.render.TextStyle;
import dev.overlap.render.VerticalSpan;
import dev.overlap.render.resource.ArrowPainter;
import dev.overlap.render.resource.ResourceRowPainter;
import dev.overlap.text.ResourceText;
import dev.overlap.trace.Deadlock;
import dev.overlap.trace.Deadlock.StuckWait;
import dev.overlap.trace.Trace;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Paints the tasks that wait for one another as arrows, which form a ring if each waits for a lock:
 * between the rows of tasks, from the one that waits to each that it waits for, with the name of
 * what it waits for; between the rows of resources, from what a task has to what it waits for, with
 * its number. All arrows begin when the last of the tasks began to wait, side by side.
 */
final class DeadlockPainter {

    private static final double BETWEEN = 26;
    private static final double FIRST = 14;
    private static final int MAX_ARROWS = 24;
    private static final double HALF_DOT = 2.5;
    private static final double WORDS_FROM_BAR = 9;

    private final PaintContext context;
    private final ChartFrame frame;
    private final Trace trace;
    private double x;
    private int left;

    DeadlockPainter(PaintContext context) {
        this.context = context;
        this.frame = context.frame();
        this.trace = frame.trace();
    }

    /** Paints all that had come about by the shown instant. */
    void paint() {
        VerticalSpan rows = context.layout().rows();
        context.surface().clip(0, rows.top(), context.layout().width(), rows.height());
        for (Deadlock deadlock : trace.deadlocks()) {
            if (deadlock.nanos() <= frame.horizonNanos()
                    && context.scale().shows(deadlock.nanos())) {
                x = context.scale().edge(deadlock.nanos()) + FIRST;
                left = MAX_ARROWS;
                deadlock.waits().forEach(wait -> paint(wait, deadlock.nanos()));
            }
        }
        context.surface().unclip();
    }

    private void paint(StuckWait wait, long nanos) {
        switch (frame.grouping()) {
            case TASKS ->
                    wait.holders()
                            .forEach(
                                    holder ->
                                            arrow(
                                                    wait.task(),
                                                    holder,
                                                    trace.resource(wait.resource()).label()));
            case RESOURCES -> {
                for (int held : heldBy(wait.task(), nanos)) {
                    arrow(held, wait.resource(), ResourceText.task(wait.task()));
                }
            }
            case WORKERS, CONNECTIONS -> {}
        }
    }

    /** The resources that a task holds at an instant. */
    private List<Integer> heldBy(int task, long nanos) {
        return IntStream.range(0, trace.resources().size())
                .filter(it -> frame.metrics().resources().get(it).holdersAt(nanos).contains(task))
                .boxed()
                .toList();
    }

    private void arrow(int from, int to, String words) {
        boolean shown = RowMapping.hasRow(frame, from) && RowMapping.hasRow(frame, to);
        if (from == to || !shown || left-- <= 0) {
            return;
        }
        boolean down = from < to;
        double fromY = down ? bar(from).bottom() : bar(from).top();
        double toY = down ? bar(to).top() : bar(to).bottom();
        int ink = context.theme().failure();
        context.surface().fill(x - HALF_DOT, fromY - HALF_DOT, 2 * HALF_DOT, 2 * HALF_DOT, ink);
        ArrowPainter.paint(context.surface(), x, fromY, x, toY, ink);
        double line = fromY + (down ? WORDS_FROM_BAR : -WORDS_FROM_BAR);
        context.text(words, x + 5, line, TextStyle.TINY, Surface.Align.LEFT, ink);
        x += BETWEEN + context.fitter().width(words, TextStyle.TINY);
    }

    /** The bar of a task, or that of who holds a resource. */
    private VerticalSpan bar(int index) {
        VerticalSpan row = context.layout().row(RowMapping.rowOf(frame, index));
        if (frame.grouping() == RowGrouping.RESOURCES) {
            return ResourceRowPainter.mainStrip(frame.metrics().resources().get(index), row);
        }
        double height = RowPainter.barHeight(row.height());
        return new VerticalSpan(Math.round(row.middle()) - height / 2, height);
    }
}
