package dev.overlap.render.comparison;

import dev.overlap.render.GuessAxisRange;
import dev.overlap.render.PaintTarget;
import dev.overlap.render.TextFitter;
import dev.overlap.render.TextWrapper;
import dev.overlap.render.VerticalSpan;

import java.util.List;

/**
 * Where everything stands in a picture of a sweep, and so also what lies under a point. Numbers of
 * workers stand apart by how many times larger they are, wall time rises from 0.
 */
public final class SweepLayout {

    static final double HEADING = 40;

    private static final double LEFT = 76;
    private static final double RIGHT = 32;
    private static final double AXIS = 58;
    private static final double ROOM_ABOVE = 1.12;

    private final SweepFrame shown;
    private final VerticalSpan plot;
    private final double left;
    private final double right;
    private final List<String> sentence;
    private final double mostNanos;

    SweepLayout(SweepFrame shown, PaintTarget target, TextFitter textFitter) {
        this.shown = shown;
        left = LEFT;
        right = Math.max(LEFT + 1, target.width() - RIGHT);
        double room = Math.max(0, target.width() - 2 * PaintTarget.PAD);
        sentence =
                TextWrapper.lines(shown.sentence(), ComparisonFooter.SENTENCE, room, 4, textFitter);
        double said = sentence.isEmpty() ? 0 : sentence.size() * ComparisonFooter.SENTENCE_LINE + 8;
        plot = new VerticalSpan(HEADING, Math.max(1, target.height() - HEADING - AXIS - said));
        long most = Math.max(shown.mostNanos(), shown.longestNanos());
        mostNanos = most <= 0 ? GuessAxisRange.BLANK.endNanos() : most * ROOM_ABOVE;
    }

    /** The index of the point that a place belongs to, or -1 beside the plot. */
    public int hit(double x, double y) {
        int nearest = -1;
        for (int i = 0; i < shown.points().size(); i++) {
            boolean nearer = nearest < 0 || Math.abs(xOf(i) - x) < Math.abs(xOf(nearest) - x);
            nearest = nearer ? i : nearest;
        }
        boolean inside = x >= left - RIGHT && x <= right + RIGHT && y < plot.bottom() + AXIS / 2;
        return inside && y >= plot.top() - HEADING ? nearest : -1;
    }

    /** Where a point stands across. */
    public double xOf(int point) {
        return xOfWorkers(shown.points().get(point).workers());
    }

    double xOfWorkers(double workers) {
        double first = Math.log(shown.points().getFirst().workers());
        double last = Math.log(shown.points().getLast().workers());
        double inset = (right - left) * 0.06;
        double share = last > first ? (Math.log(workers) - first) / (last - first) : 0.5;
        return left + inset + share * (right - left - 2 * inset);
    }

    /** The height at which a duration stands. */
    public double yOf(long nanos) {
        return yOf((double) nanos);
    }

    /** The same for a duration that was not measured but reckoned. */
    double yOf(double nanos) {
        return plot.bottom() - nanos / mostNanos * plot.height();
    }

    VerticalSpan plot() {
        return plot;
    }

    double left() {
        return left;
    }

    double right() {
        return right;
    }

    double mostNanos() {
        return mostNanos;
    }

    List<String> sentence() {
        return sentence;
    }

    double sentenceTop() {
        return plot.bottom() + AXIS + 8;
    }
}
