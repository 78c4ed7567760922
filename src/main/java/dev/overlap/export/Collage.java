package dev.overlap.export;

import dev.overlap.compare.Programme;
import dev.overlap.paint.Counts;
import dev.overlap.paint.Durations;
import dev.overlap.paint.Multiples;
import dev.overlap.paint.MultiplesPainter;
import dev.overlap.paint.Sheet;
import dev.overlap.paint.Surface;
import dev.overlap.paint.Theme;
import dev.overlap.plan.Plan;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;

/** A comparison in one picture, ready for a slide: what was run, when, what came of it. */
final class Collage {

    private static final int HEADER = 92;

    /** The picture has the shape of a slide, 16 to 10, unless its parts need more or less. */
    private static final int SLIDE_HEIGHT = 800;

    private final ComparisonReport report;
    private final Typeface typeface;
    private final Theme theme;

    private Collage(ComparisonReport report, Typeface typeface) {
        this.report = report;
        this.typeface = typeface;
        this.theme = report.look().dark() ? Theme.DARK : Theme.LIGHT;
    }

    /**
     * Draws the picture of a comparison.
     *
     * @throws IOException with a sentence
     */
    static BufferedImage draw(ComparisonReport report) throws IOException {
        return new Collage(report, Typeface.load()).draw();
    }

    private BufferedImage draw() throws IOException {
        MultiplesPainter painter = new MultiplesPainter(typeface);
        Multiples shown = shown(report);
        int width = Poster.WIDTH - 2 * Poster.PAD;
        double least = painter.leastHeight(shown, width);
        double wanted = Math.min(painter.comfortableHeight(shown, width), roomOnSlide());
        int height = (int) Math.ceil(Math.max(least, wanted));
        int scale = report.look().scale();
        BufferedImage image = Poster.image(Poster.WIDTH, HEADER + height + Poster.PAD, scale);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.scale(scale, scale);
            Surface surface = new Graphics2DSurface(graphics, scale, typeface);
            surface.fill(0, 0, Poster.WIDTH, HEADER + height + Poster.PAD, theme.ground());
            header(surface);
            graphics.translate(Poster.PAD, HEADER);
            painter.paint(surface, shown, new Sheet(width, height, 1.0 / scale, theme));
        } finally {
            graphics.dispose();
        }
        return image;
    }

    private static double roomOnSlide() {
        return SLIDE_HEIGHT - HEADER - Poster.PAD;
    }

    private static Multiples shown(ComparisonReport report) {
        return Multiples.of(report.comparison())
                .sortedBy(report.order())
                .guessing(report.guesses())
                .saying(report.sentence());
    }

    private void header(Surface surface) {
        double left = Poster.PAD + 12;
        double right = Poster.WIDTH - Poster.PAD - 12;
        int quiet = theme.quietText();
        surface.text(report.title(), left, 46, Poster.TITLE, Surface.Align.LEFT, theme.text());
        surface.text(settings(), left, 72, Poster.LINE, Surface.Align.LEFT, quiet);
        surface.text("Overlap", right, 44, Poster.LINE, Surface.Align.RIGHT, quiet);
    }

    /** What was run, how often, with which limits, when. */
    private String settings() {
        Programme programme = report.comparison().programme();
        Plan plan = programme.variants().getFirst().plan();
        int runs = programme.runs();
        return String.join(
                Poster.SEPARATOR,
                Counts.text(plan.tasks().size(), "task"),
                runs == 1 ? "1 run each" : "median of " + runs + " runs each",
                "timeout " + Durations.exact(plan.settings().timeout()),
                Poster.date(report.begun()));
    }
}
