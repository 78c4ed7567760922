package dev.overlap.render.timeline;

import dev.overlap.render.ConnectionUseDecimator;
import dev.overlap.render.PhaseBrush;
import dev.overlap.render.Surface;
import dev.overlap.render.TaskBarDecimator;
import dev.overlap.render.TextFitter;
import dev.overlap.render.TextStyle;
import dev.overlap.render.Theme;
import dev.overlap.render.TimeScale;
import dev.overlap.text.DisplayNames;
import dev.overlap.text.NumberFormats;
import dev.overlap.trace.ConnectionTrack;
import dev.overlap.trace.Phase;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;

/**
 * The row of one connection: the exchanges that it carried, in their phases, under the names of
 * their tasks. Where an exchange found the connection open there is a notch, and a thin line leads
 * to it from the one before: a connection that is kept is seen to be kept. Behind its last exchange
 * there is nothing, since nobody tells when it was closed. The exchanges of the selected task have
 * a frame.
 */
final class ConnectionRowPainter implements ConnectionUseDecimator.Sink, TaskBarDecimator.Sink {

    private static final double GAP = 3;
    private static final double MIN_DETAIL = 3;
    private static final double MIN_SHARE = 0.25;

    /** Exchanges that are nearer than this have finer seams, or none. */
    private static final double ROOMY = 24;

    private static final double CLOSE = 6;
    private static final double MIN_LABEL = 60;
    private static final double KEPT = 1;
    private static final double MIN_FRAME = 3;
    private static final double BETWEEN_COLUMNS = 8;

    /** A row this high has a line for the names of the tasks above the bars. */
    private static final double MIN_FOR_NAMES = 28;

    private static final double NAME_LINE = 14;

    private final PaintContext context;
    private final Surface surface;
    private final Theme theme;
    private final Trace trace;
    private final long horizon;
    private final PhaseBrush brush;
    private final ConnectionTrack connection;
    private final double top;
    private final double height;
    private final double barHeight;
    private final double middle;
    private double before = Double.NEGATIVE_INFINITY;

    /** For one row. */
    ConnectionRowPainter(PaintContext context, int index, double rowTop) {
        this.context = context;
        this.surface = context.surface();
        this.theme = context.theme();
        this.trace = context.frame().trace();
        this.horizon = context.frame().horizonNanos();
        this.brush = new PhaseBrush(surface, theme);
        this.connection = trace.connections().get(index);
        top = rowTop + GAP;
        height = context.layout().rowHeight() - 2 * GAP;
        double above = isNamed() ? NAME_LINE : 0;
        barHeight = 2 * Math.floor((height - above - (isNamed() ? 2 : 4)) / 2);
        middle = Math.round(top + above + (height - above) / 2);
    }

    private boolean isNamed() {
        return height >= MIN_FOR_NAMES;
    }

    void paint() {
        gutter();
        ConnectionUseDecimator.walk(connection, context.scale(), horizon, this);
        int selected = context.frame().selectedTask();
        if (selected >= 0 && connection.wasUsedBy(selected, horizon)) {
            frames(selected);
        }
    }

    /** Around every exchange of the selected task, also one that others share a pixel with. */
    private void frames(int task) {
        TimeScale scale = context.scale();
        double last = Double.NEGATIVE_INFINITY;
        for (int use = 0, n = connection.useAt(horizon) + 1; use < n; use++) {
            double left = Math.max(scale.left(), scale.edge(connection.begin(use)));
            long end = Math.min(connection.end(use), horizon);
            double right = Math.min(scale.right(), Math.max(scale.edge(end), left + MIN_FRAME));
            if (connection.task(use) == task && right > left && right > last + MIN_FRAME) {
                surface.outline(left, top, right - left, height, theme.accent());
                last = right;
            }
        }
    }

    /** Its number, where it goes, how many exchanges it has carried. */
    private void gutter() {
        TextFitter textFitter = context.fitter();
        String most = NumberFormats.count(trace.connections().size());
        double column = ChartLayout.PAD + textFitter.width(most, TextStyle.SMALL);
        String number = NumberFormats.count(connection.index() + 1);
        gutter(number, column, TextStyle.SMALL, Surface.Align.RIGHT, theme.quietText());
        double left = column + BETWEEN_COLUMNS;
        double right = context.layout().statusRight();
        String name = DisplayNames.of(connection);
        String count =
                count(right - left - BETWEEN_COLUMNS - textFitter.width(name, TextStyle.LABEL));
        gutter(count, right, TextStyle.SMALL, Surface.Align.RIGHT, theme.quietText());
        double room = right - left - BETWEEN_COLUMNS - textFitter.width(count, TextStyle.SMALL);
        String shown = textFitter.fit(name, TextStyle.LABEL, room);
        gutter(shown, left, TextStyle.LABEL, Surface.Align.LEFT, theme.text());
    }

    /** In words where there is room for them. */
    private String count(double room) {
        int uses = connection.useAt(horizon) + 1;
        String words = NumberFormats.count(uses, "exchange");
        boolean fits = context.fitter().width(words, TextStyle.SMALL) <= room;
        return fits ? words : NumberFormats.count(uses);
    }

    private void gutter(String text, double x, TextStyle style, Surface.Align align, int ink) {
        context.text(text, x, top + height / 2, style, align, ink);
    }

    @Override
    public void kept(double x, double width) {
        surface.fill(x, middle - KEPT / 2, width, KEPT, theme.spread());
    }

    @Override
    public void use(int use, double x, double width, double share) {
        TaskTrack task = trace.task(connection.task(use));
        if (width < MIN_DETAIL) {
            double high = 2 * Math.round(barHeight * Math.max(MIN_SHARE, share) / 2);
            brush.paint(longest(use), x, middle, width, high);
        } else {
            long end = Math.min(connection.end(use), horizon);
            TaskBarDecimator.walk(task, context.scale(), connection.begin(use), end, this);
        }
        if (use > 0 && context.scale().shows(connection.begin(use))) {
            seam(x, x - before);
        }
        before = x;
        if (isNamed()) {
            name(task, x, room(use, x));
        }
    }

    /** The phase that says most of an exchange for which there is room for one only. */
    private Phase longest(int use) {
        TaskTrack task = trace.task(connection.task(use));
        long end = Math.min(connection.end(use), horizon);
        int best = connection.segment(use);
        for (int s = best + 1; s < task.segments() && task.begin(s) < end; s++) {
            if (length(task, s, end) > length(task, best, end)) {
                best = s;
            }
        }
        return task.phase(best);
    }

    private static long length(TaskTrack task, int segment, long end) {
        return Math.min(task.end(segment), end) - task.begin(segment);
    }

    private void seam(double x, double distance) {
        if (distance >= ROOMY) {
            surface.fill(x - 1, middle - barHeight / 2 - 2, 2, barHeight + 4, theme.text());
        } else if (distance >= CLOSE) {
            surface.fill(x, middle - barHeight / 2, 1, barHeight, theme.text());
        }
    }

    @Override
    public void bar(int segment, Phase phase, double x, double width) {
        brush.paint(phase, x, middle, width, barHeight);
    }

    /** A name may reach over the idle time behind its exchange, up to the next one. */
    private double room(int use, double x) {
        TimeScale scale = context.scale();
        boolean isLast = use >= connection.useAt(horizon);
        double right = isLast ? scale.right() : scale.edge(connection.begin(use + 1));
        return Math.min(right, scale.right()) - x;
    }

    private void name(TaskTrack task, double x, double room) {
        String name = DisplayNames.of(task);
        TextFitter textFitter = context.fitter();
        if (room < MIN_LABEL && textFitter.width(name, TextStyle.TINY) > room - 8) {
            return;
        }
        String shown = textFitter.fit(name, TextStyle.TINY, room - 8);
        context.text(shown, x + 3, top + 7, TextStyle.TINY, Surface.Align.LEFT, theme.text());
    }
}
