package dev.overlap.export;

import dev.overlap.paint.Multiples;
import dev.overlap.paint.Sheet;
import dev.overlap.paint.Surface;
import dev.overlap.paint.TextStyle;
import dev.overlap.paint.Theme;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;

/** Several reports on one list in one picture, with what a slide needs around it. */
final class Collage {

    private static final int HEADER = 92;

    private Collage() {}

    /**
     * Draws the picture; its look is that of the first report.
     *
     * @throws IOException with a sentence
     */
    static BufferedImage draw(List<Report> reports) throws IOException {
        Typeface typeface = Typeface.load();
        Report first = reports.getFirst();
        List<Multiples.Part> parts =
                reports.stream().map(r -> new Multiples.Part(r.modelName(), r.trace())).toList();
        int width = Poster.WIDTH - 2 * Poster.PAD;
        int height = (int) Multiples.heightOf(parts);
        int scale = first.look().scale();
        BufferedImage image = Poster.image(Poster.WIDTH, HEADER + height + Poster.PAD, scale);
        Theme theme = first.look().dark() ? Theme.DARK : Theme.LIGHT;
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.scale(scale, scale);
            Surface surface = new Graphics2DSurface(graphics, scale, typeface);
            surface.fill(0, 0, Poster.WIDTH, HEADER + height + Poster.PAD, theme.ground());
            header(surface, first, reports.size(), theme);
            graphics.translate(Poster.PAD, HEADER);
            Multiples.paint(surface, parts, new Sheet(width, height, 1.0 / scale, theme));
        } finally {
            graphics.dispose();
        }
        return image;
    }

    private static void header(Surface surface, Report first, int models, Theme theme) {
        double left = Poster.PAD + 12;
        double right = Poster.WIDTH - Poster.PAD - 12;
        String title = "One list under " + models + (models == 1 ? " model" : " models");
        surface.text(title, left, 46, Poster.TITLE, Surface.Align.LEFT, theme.text());
        TextStyle line = Poster.LINE;
        surface.text(Poster.settings(first), left, 72, line, Surface.Align.LEFT, theme.quietText());
        surface.text("Overlap", right, 44, line, Surface.Align.RIGHT, theme.quietText());
    }
}
