package dev.overlap.render;

/**
 * Converts between time and x coordinates. Immutable.
 *
 * @param range the visible time
 * @param left the x of its begin, in units of the layout
 * @param right the x of its end
 * @param pixel the width of one device pixel, in units of the layout
 */
public record TimeScale(TimeRange range, double left, double right, double pixel) {

    double unitsPerNano() {
        return (right - left) / range.lengthNanos();
    }

    /** Returns the x of an instant, which may be outside of the visible range. */
    public double x(long nanos) {
        return left + (nanos - range.beginNanos()) * unitsPerNano();
    }

    /**
     * Returns the x of an instant rounded to a pixel edge, so that bars are sharp and adjoin
     * without gaps.
     */
    public double edge(long nanos) {
        return Math.round(x(nanos) / pixel) * pixel;
    }

    public long nanos(double x) {
        return range.beginNanos() + (long) Math.floor((x - left) / unitsPerNano());
    }

    public boolean shows(long nanos) {
        return nanos >= range.beginNanos() && nanos <= range.endNanos();
    }
}
