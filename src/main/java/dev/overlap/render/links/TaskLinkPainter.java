package dev.overlap.render.links;

import dev.overlap.render.Surface;
import dev.overlap.render.TextFitter;
import dev.overlap.render.TextStyle;
import dev.overlap.render.Theme;
import dev.overlap.render.TimeScale;
import dev.overlap.render.VerticalSpan;
import dev.overlap.render.resource.ArrowPainter;
import dev.overlap.text.rows.TaskLinkText;
import dev.overlap.trace.waits.TaskLink;

import java.util.List;

/**
 * Paints the links of the selected task as arrows: from the row of each task that it waited for, or
 * whose connection it got, to its own row, at the instant of the link; and from its row to the lane
 * of its worker. Arrows at about the same instant stand side by side. An arrow whose ends are both
 * out of sight is left out, and so is one to a task without a row.
 */
public final class TaskLinkPainter {

    private static final int MAX_ARROWS = 24;
    private static final double APART = 9;
    private static final double HALF_DOT = 2.5;
    private static final double WORDS_FROM_ARROW = 6;
    private static final double WORDS_FROM_BAR = 9;
    private static final double WORDS_HEIGHT = 14;

    private final Surface surface;
    private final Theme theme;
    private final TextFitter fitter;
    private final TimeScale scale;
    private final LinkGeometry space;
    private double previousX = Double.NEGATIVE_INFINITY;

    public TaskLinkPainter(
            Surface surface, Theme theme, TextFitter fitter, TimeScale scale, LinkGeometry space) {
        this.surface = surface;
        this.theme = theme;
        this.fitter = fitter;
        this.scale = scale;
        this.space = space;
    }

    /** Paints the links of a task. */
    public void paint(int task, List<TaskLink> links) {
        if (space.order().row(task) < 0) {
            return;
        }
        links.stream()
                .filter(link -> scale.shows(link.atNanos()) && isInSight(task, link))
                .sorted((one, other) -> Long.compare(one.atNanos(), other.atNanos()))
                .limit(MAX_ARROWS)
                .forEach(link -> paint(task, link));
    }

    private boolean isInSight(int task, TaskLink link) {
        if (link.cause() == TaskLink.Cause.WORKER) {
            return space.shows(task) && space.lane().apply(link.from()).height() > 0;
        }
        return space.order().row(link.from()) >= 0
                && (space.shows(task) || space.shows(link.from()));
    }

    private void paint(int task, TaskLink link) {
        double x = Math.max(scale.edge(link.atNanos()), previousX + APART);
        previousX = x;
        if (link.cause() == TaskLink.Cause.WORKER) {
            arrow(x, space.bar(task).bottom(), space.lane().apply(link.from()).top());
            return;
        }
        VerticalSpan from = space.bar(link.from());
        VerticalSpan to = space.bar(task);
        boolean down = from.top() < to.top();
        VerticalSpan part = space.between(task, link.from());
        surface.clip(scale.left(), part.top(), scale.right() - scale.left(), part.height());
        arrow(x, down ? from.bottom() : from.top(), down ? to.top() : to.bottom());
        double line = down ? from.bottom() + WORDS_FROM_BAR : from.top() - WORDS_FROM_BAR;
        words(TaskLinkText.of(link), x, line);
        surface.unclip();
    }

    private void arrow(double x, double fromY, double toY) {
        int ink = theme.accent();
        surface.fill(x - HALF_DOT, fromY - HALF_DOT, 2 * HALF_DOT, 2 * HALF_DOT, ink);
        ArrowPainter.paint(surface, x, fromY, x, toY, ink);
    }

    /** Beside the tail of an arrow, between two rows; at its left if there is no room. */
    private void words(String words, double x, double middle) {
        double width = fitter.width(words, TextStyle.TINY);
        boolean fits = x + WORDS_FROM_ARROW + width <= scale.right();
        double left = fits ? x + WORDS_FROM_ARROW : x - WORDS_FROM_ARROW - width;
        surface.fill(left - 2, middle - WORDS_HEIGHT / 2, width + 4, WORDS_HEIGHT, theme.ground());
        double baseline = middle + TextStyle.TINY.baselineFromMiddle();
        surface.text(words, left, baseline, TextStyle.TINY, Surface.Align.LEFT, theme.accent());
    }
}
