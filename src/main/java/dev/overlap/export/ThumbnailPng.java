package dev.overlap.export;

import dev.overlap.render.Theme;
import dev.overlap.report.slide.AwtTextMetrics;
import dev.overlap.report.slide.Thumbnail;
import dev.overlap.trace.Trace;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;

/** Small pictures of runs as PNG files. Threads: any but the JavaFX thread. */
public final class ThumbnailPng {

    /** For displays with twice as many pixels as units. */
    private static final int SCALE = 2;

    private ThumbnailPng() {}

    /**
     * Draws one or several runs on one time axis.
     *
     * @throws IOException with a message, if nothing can be drawn on this machine
     */
    public static byte[] of(List<Trace> traces, boolean dark) throws IOException {
        Thumbnail thumbnail = Thumbnail.of(traces, dark ? Theme.DARK : Theme.LIGHT);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        Png.write(Png.draw(thumbnail, SCALE, AwtTextMetrics.load()), png);
        return png.toByteArray();
    }
}
