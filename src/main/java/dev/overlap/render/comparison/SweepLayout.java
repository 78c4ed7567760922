package dev.overlap.render.comparison;

import dev.overlap.render.GuessAxisRange;
import dev.overlap.render.PaintTarget;
import dev.overlap.render.TextFitter;
import dev.overlap.render.TextWrapper;
import dev.overlap.render.TimeRange;
import dev.overlap.render.VerticalSpan;

import java.util.List;

/**
 * The layout of a drawing of a sweep, used for painting and hit testing. The axis of workers is
 * logarithmic, that of wall time starts at 0.
 */
public final class SweepLayout {

    static final double HEADING = 40;

    private static final double LEFT = 76;
    private static final double RIGHT = 32;
    private static final double AXIS = 58;
    private static final double HEADROOM = 1.12;

    private final SweepFrame shown;
    private final VerticalSpan plot;
    private final double left;
    private final double right;
    private final List<String> sentence;
    private final double maxNanos;

    SweepLayout(SweepFrame shown, PaintTarget target, TextFitter textFitter) {
        this.shown = shown;
        left = LEFT;
        right = Math.max(LEFT + 1, target.width() - RIGHT);
        double available = Math.max(0, target.width() - 2 * PaintTarget.PAD);
        sentence =
                TextWrapper.lines(
                        shown.sentence(), ComparisonFooter.SENTENCE, available, 4, textFitter);
        double sentenceHeight =
                sentence.isEmpty() ? 0 : sentence.size() * ComparisonFooter.SENTENCE_LINE + 8;
        plot =
                new VerticalSpan(
                        HEADING, Math.max(1, target.height() - HEADING - AXIS - sentenceHeight));
        long max = Math.max(shown.maxNanos(), shown.bound().nanos());
        maxNanos = max <= 0 ? GuessAxisRange.BLANK.endNanos() : axisEnd(shown, max);
    }

    /** While a run grows, the axis grows in steps. */
    private static double axisEnd(SweepFrame shown, long max) {
        return shown.isLive() ? TimeRange.live(max).endNanos() : max * HEADROOM;
    }

    /** Returns the index of the point at a position, or -1 beside the plot. */
    public int hit(double x, double y) {
        int nearest = -1;
        for (int i = 0; i < shown.points().size(); i++) {
            boolean nearer = nearest < 0 || Math.abs(xOf(i) - x) < Math.abs(xOf(nearest) - x);
            nearest = nearer ? i : nearest;
        }
        boolean inside = x >= left - RIGHT && x <= right + RIGHT && y < plot.bottom() + AXIS / 2;
        return inside && y >= plot.top() - HEADING ? nearest : -1;
    }

    /** The x of a point. */
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

    /** The y of a duration. */
    double yOf(long nanos) {
        return yOf((double) nanos);
    }

    /** The y of a duration that is computed rather than measured. */
    double yOf(double nanos) {
        return plot.bottom() - nanos / maxNanos * plot.height();
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

    double maxNanos() {
        return maxNanos;
    }

    List<String> sentence() {
        return sentence;
    }

    double sentenceTop() {
        return plot.bottom() + AXIS + 8;
    }
}
