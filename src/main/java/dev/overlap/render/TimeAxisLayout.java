package dev.overlap.render;

/** The time axis of a picture that can be zoomed and moved; x in units of the drawing. */
public interface TimeAxisLayout {

    /** The x of the beginning of the visible range. */
    double plotLeft();

    /** The x of the end of the visible range. */
    double plotRight();

    /** The instant at an x, in nanoseconds since time zero. */
    long nanosAt(double x);

    /** The visible range. */
    TimeRange shownWindow();

    /** The range that shows everything. */
    TimeRange wholeWindow();
}
