package dev.overlap.chart;

import dev.overlap.render.TextMetrics;
import dev.overlap.render.TextStyle;

import javafx.scene.text.Font;
import javafx.scene.text.Text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** The bundled font in JavaFX; exported images use the same files. JavaFX thread only. */
final class FxTextMetrics implements TextMetrics {

    private static final int MAX_CACHED = 4_000;

    private record Run(String text, TextStyle style) {}

    private final String regular = load("Inter-Regular.otf");
    private final String bold = load("Inter-SemiBold.otf");
    private final Map<TextStyle, Font> fonts = new HashMap<>();
    private final Map<Run, Double> widths = new HashMap<>();
    private final Text ruler = new Text();

    /** Loads the fonts, so that style sheets find them by name when first applied. */
    static void register() {
        FxTextMetrics _ = new FxTextMetrics();
    }

    /**
     * Loads a font and returns its name, or the name of the default font if JavaFX cannot load it.
     */
    private static String load(String file) {
        String path = "/dev/overlap/assets/fonts/" + file;
        try (InputStream in = FxTextMetrics.class.getResourceAsStream(path)) {
            Font font = Font.loadFont(Objects.requireNonNull(in, path), 12);
            return font == null ? Font.getDefault().getName() : font.getName();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Font font(TextStyle style) {
        return fonts.computeIfAbsent(
                style, key -> new Font(key.bold() ? bold : regular, key.size()));
    }

    @Override
    public double width(String text, TextStyle style) {
        if (widths.size() > MAX_CACHED) {
            widths.clear();
        }
        return widths.computeIfAbsent(new Run(text, style), this::measure);
    }

    private double measure(Run run) {
        ruler.setFont(font(run.style));
        ruler.setText(run.text);
        return ruler.getLayoutBounds().getWidth();
    }
}
