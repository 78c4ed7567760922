package dev.overlap.session.history;

import dev.overlap.session.Recording;

import java.io.IOException;

/** Draws small pictures of runs and comparisons. */
@FunctionalInterface
public interface ThumbnailPainter {

    /**
     * Draws one, as a PNG file.
     *
     * @throws IOException if none can be drawn on this machine
     */
    byte[] paint(Recording recording, boolean dark) throws IOException;
}
