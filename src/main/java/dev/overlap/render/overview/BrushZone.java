package dev.overlap.render.overview;

/** The parts of the overview that a pointer can be at. */
public enum BrushZone {
    /** The left edge of the brush. */
    BEGIN,
    /** The right edge of the brush. */
    END,
    /** Between the edges. */
    INSIDE,
    /** Elsewhere on the time axis. */
    OUTSIDE,
    /** Beside the time axis. */
    BESIDE
}
