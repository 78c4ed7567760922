package dev.overlap.render;

/**
 * Time to x and back. Immutable.
 *
 * @param range the time that is shown
 * @param left where it begins, in units of the layout
 * @param right where it ends
 * @param pixel the width of one pixel of the device, in units of the layout
 */
public record TimeScale(TimeRange range, double left, double right, double pixel) {

    double unitsPerNano() {
        return (right - left) / range.lengthNanos();
    }

    /** Where an instant lies; beyond the edges for one that is not shown. */
    public double x(long nanos) {
        return left + (nanos - range.beginNanos()) * unitsPerNano();
    }

    /** The same, on the edge between two pixels, so that bars are sharp and meet without a seam. */
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
