package dev.overlap.report.slide;

import dev.overlap.render.Surface;

/**
 * A report as a picture: how large it is, and how it is painted. Lengths are in units of the
 * layout.
 */
public interface Slide {

    /** Returns the width, in units. */
    int width();

    /** Returns the height, in units. */
    int height();

    /**
     * Returns the pixels of a unit at scale 1: 1, or less if the picture has a fixed size and more
     * on it than would fit.
     */
    double zoom();

    /** Returns a title, for readers that do not show the picture. */
    String title();

    /** Returns what the picture shows, in a few sentences. */
    String description();

    /**
     * Paints the whole picture.
     *
     * @param pixel the size of a pixel of the surface in units, on which thin lines are aligned
     */
    void paint(Surface surface, double pixel);
}
