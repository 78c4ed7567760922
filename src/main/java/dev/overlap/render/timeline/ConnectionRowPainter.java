package dev.overlap.render.timeline;

import dev.overlap.render.ConnectionUseDecimator;
import dev.overlap.render.PhaseBrush;
import dev.overlap.render.Surface;
import dev.overlap.render.TaskBarDecimator;
import dev.overlap.render.TextFitter;
import dev.overlap.render.TextStyle;
import dev.overlap.render.Theme;
import dev.overlap.render.TimeScale;
import dev.overlap.render.VerticalSpan;
import dev.overlap.text.DisplayNames;
import dev.overlap.trace.ConnectionTrack;
import dev.overlap.trace.Phase;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;

/**
 * Paints the row of one connection: its exchanges, in their phases, with the names of their tasks.
 * An exchange that reused the connection starts with a mark, connected by a thin line to the
 * previous one. Nothing is drawn after the last exchange, because the client does not report
 * closes. The exchanges of the selected task are framed.
 */
final class ConnectionRowPainter implements ConnectionUseDecimator.Sink, TaskBarDecimator.Sink {

    private static final double GAP = 3;
    private static final double MIN_DETAIL = 3;
    private static final double MIN_SHARE = 0.25;

    /** Marks of exchanges closer than this are thinner, or omitted. */
    private static final double MIN_FOR_WIDE_MARK = 24;

    private static final double MIN_FOR_MARK = 6;
    private static final double MIN_LABEL = 60;
    private static final double IDLE_LINE = 1;
    private static final double MIN_FRAME = 3;

    /** A row of this height has a line for task names above the bars. */
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
    private double previousLeft = Double.NEGATIVE_INFINITY;

    /** Creates the painter of one row. */
    ConnectionRowPainter(PaintContext context, int index, VerticalSpan row) {
        this.context = context;
        this.surface = context.surface();
        this.theme = context.theme();
        this.trace = context.frame().trace();
        this.horizon = context.frame().horizonNanos();
        this.brush = new PhaseBrush(surface, theme);
        this.connection = trace.connections().get(index);
        top = row.top() + GAP;
        height = row.height() - 2 * GAP;
        double above = isNamed() ? NAME_LINE : 0;
        barHeight = 2 * Math.floor((height - above - (isNamed() ? 2 : 4)) / 2);
        middle = Math.round(top + above + (height - above) / 2);
    }

    private boolean isNamed() {
        return height >= MIN_FOR_NAMES;
    }

    void paint() {
        new ConnectionGutterPainter(context, connection, top + height / 2).paint();
        ConnectionUseDecimator.walk(connection, context.scale(), horizon, this);
        int selected = context.frame().selectedTask();
        if (selected >= 0 && connection.wasUsedBy(selected, horizon)) {
            frameUses(selected);
        }
    }

    /** Frames every exchange of the selected task, even if it shares its pixel with others. */
    private void frameUses(int task) {
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

    @Override
    public void kept(double x, double width) {
        surface.fill(x, middle - IDLE_LINE / 2, width, IDLE_LINE, theme.spread());
    }

    @Override
    public void use(int use, double x, double width, double share) {
        TaskTrack task = trace.task(connection.task(use));
        if (width < MIN_DETAIL) {
            double high = 2 * Math.round(barHeight * Math.max(MIN_SHARE, share) / 2);
            Phase phase = longest(use);
            if (draws(phase)) {
                brush.paint(phase, x, middle, width, high);
            }
        } else {
            long end = Math.min(connection.end(use), horizon);
            TaskBarDecimator.walk(task, context.scale(), connection.begin(use), end, this);
        }
        if (use > 0 && context.scale().shows(connection.begin(use))) {
            reuseMark(x, x - previousLeft);
        }
        previousLeft = x;
        if (isNamed()) {
            name(task, x, available(use, x));
        }
    }

    /** The longest phase of an exchange that is too narrow for more. */
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

    private void reuseMark(double x, double distance) {
        if (distance >= MIN_FOR_WIDE_MARK) {
            surface.fill(x - 1, middle - barHeight / 2 - 2, 2, barHeight + 4, theme.text());
        } else if (distance >= MIN_FOR_MARK) {
            surface.fill(x, middle - barHeight / 2, 1, barHeight, theme.text());
        }
    }

    @Override
    public void bar(int segment, Phase phase, double x, double width) {
        brush.paint(phase, x, middle, width, barHeight);
    }

    @Override
    public boolean draws(Phase phase) {
        return context.frame().draws(phase);
    }

    /** A name may extend over the idle time after its exchange, up to the next one. */
    private double available(int use, double x) {
        TimeScale scale = context.scale();
        boolean isLast = use >= connection.useAt(horizon);
        double right = isLast ? scale.right() : scale.edge(connection.begin(use + 1));
        return Math.min(right, scale.right()) - x;
    }

    private void name(TaskTrack task, double x, double available) {
        String name = DisplayNames.of(task);
        TextFitter textFitter = context.fitter();
        if (available < MIN_LABEL && textFitter.width(name, TextStyle.TINY) > available - 8) {
            return;
        }
        String shown = textFitter.fit(name, TextStyle.TINY, available - 8);
        context.text(shown, x + 3, top + 7, TextStyle.TINY, Surface.Align.LEFT, theme.text());
    }
}
