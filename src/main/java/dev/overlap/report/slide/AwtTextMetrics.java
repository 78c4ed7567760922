package dev.overlap.report.slide;

import dev.overlap.render.TextMetrics;
import dev.overlap.render.TextStyle;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** The bundled font in Java2D; the window uses the same files. Threads: one at a time. */
public final class AwtTextMetrics implements TextMetrics {

    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    private final Font regular;
    private final Font bold;
    private final Map<TextStyle, Font> fonts = new HashMap<>();

    private AwtTextMetrics(Font regular, Font bold) {
        this.regular = regular;
        this.bold = bold;
    }

    /**
     * Loads the two weights. Java2D needs a working fontconfig with at least one system font even
     * for bundled fonts, and reports its absence in several ways.
     *
     * @throws IOException with a message, if Java2D cannot use fonts on this machine
     */
    public static AwtTextMetrics load() throws IOException {
        try {
            return new AwtTextMetrics(read("Inter-Regular.otf"), read("Inter-SemiBold.otf"));
        } catch (IOException | FontFormatException | LinkageError | InternalError e) {
            throw new IOException(
                    "Pictures cannot be drawn, because Java cannot use fonts on this machine."
                            + " Install the packages fontconfig and fonts-dejavu-core.",
                    e);
        }
    }

    private static Font read(String file) throws IOException, FontFormatException {
        String path = "/dev/overlap/assets/fonts/" + file;
        try (InputStream in = AwtTextMetrics.class.getResourceAsStream(path)) {
            return Font.createFont(Font.TRUETYPE_FONT, Objects.requireNonNull(in, path));
        }
    }

    /** Returns the font of a style, at its size. */
    public Font font(TextStyle style) {
        return fonts.computeIfAbsent(
                style, key -> (key.bold() ? bold : regular).deriveFont((float) key.size()));
    }

    @Override
    public double width(String text, TextStyle style) {
        return font(style).getStringBounds(text, CONTEXT).getWidth();
    }
}
