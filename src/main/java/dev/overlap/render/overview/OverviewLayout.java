package dev.overlap.render.overview;

import dev.overlap.render.TimeRange;
import dev.overlap.render.TimeScale;

/**
 * The layout of the overview, used for painting and hit testing.
 *
 * @param scale the time axis, which has the place of the timeline's
 * @param shown the part of the time that the timeline shows, as the brush
 */
public record OverviewLayout(TimeScale scale, TimeRange shown) {

    /** The height of the overview, in units. */
    public static final double HEIGHT = 32;

    /** How near to an edge it is taken hold of. */
    private static final double REACH = 5;

    /** A narrower brush is taken by its edges only from outside, so that it can still be moved. */
    private static final double NARROW = 4 * REACH;

    /** Returns the part of the overview at an x. */
    public BrushZone zoneAt(double x) {
        double left = scale.x(shown.beginNanos());
        double right = scale.x(shown.endNanos());
        double inner = right - left < NARROW ? 0 : REACH;
        if (x < scale.left() - REACH || x > scale.right() + REACH) {
            return BrushZone.BESIDE;
        }
        if (x > left + inner && x < right - inner) {
            return BrushZone.INSIDE;
        }
        if (x >= left - REACH && x <= left + inner) {
            return BrushZone.BEGIN;
        }
        return x >= right - inner && x <= right + REACH ? BrushZone.END : BrushZone.OUTSIDE;
    }

    /** Returns the instant at an x, within the time that is shown. */
    public long nanosAt(double x) {
        TimeRange whole = scale.range();
        return Math.clamp(scale.nanos(x), whole.beginNanos(), whole.endNanos());
    }
}
