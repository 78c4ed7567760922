package dev.overlap.render.overview;

import dev.overlap.render.TimeRange;

/**
 * A drag of the brush: computes the visible part that it leads to.
 *
 * @param zone where it began
 * @param before the visible part at its begin
 * @param pressNanos the instant at which it began
 * @param whole the limits
 */
public record BrushDrag(BrushZone zone, TimeRange before, long pressNanos, TimeRange whole) {

    private static final long MIN_NANOS = 10_000;

    /** Returns the visible part if the pointer is at an instant. */
    public TimeRange to(long nanos) {
        return switch (zone) {
            case BEGIN -> between(before.endNanos(), nanos);
            case END -> between(before.beginNanos(), nanos);
            case INSIDE -> before.moved(nanos - pressNanos).within(whole);
            case OUTSIDE -> between(pressNanos, nanos);
            case BESIDE -> before;
        };
    }

    /** Returns the visible part around the instant of a click; the same if it is in sight. */
    public TimeRange clicked() {
        long middle = before.beginNanos() + before.lengthNanos() / 2;
        return zone == BrushZone.OUTSIDE ? before.moved(pressNanos - middle).within(whole) : before;
    }

    private TimeRange between(long fixed, long moved) {
        long begin = Math.max(whole.beginNanos(), Math.min(fixed, moved));
        long end = Math.min(whole.endNanos(), Math.max(fixed, moved));
        return new TimeRange(begin, Math.max(end, begin + MIN_NANOS)).within(whole);
    }
}
