package dev.overlap.export;

import dev.overlap.compare.Programme;
import dev.overlap.paint.Counts;
import dev.overlap.paint.Durations;
import dev.overlap.paint.Multiples;
import dev.overlap.paint.MultiplesPainter;
import dev.overlap.paint.Sheet;
import dev.overlap.paint.Surface;
import dev.overlap.paint.SweepPainter;
import dev.overlap.paint.SweepPicture;
import dev.overlap.paint.Theme;
import dev.overlap.plan.Plan;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.function.BiConsumer;

/** A comparison in one picture, ready for a slide: what was run, when, what came of it. */
final class Collage {

    private static final int HEADER = 92;

    /** The picture has the shape of a slide, 16 to 10, unless its parts need more or less. */
    private static final double ROOM_ON_SLIDE = 800 - HEADER - Poster.PAD;

    private static final double SWEEP_SHAPE = 0.5;

    private final ComparisonReport report;
    private final Typeface typeface;
    private final Theme theme;

    private Collage(ComparisonReport report, Typeface typeface) {
        this.report = report;
        this.typeface = typeface;
        this.theme = report.look().theme();
    }

    /**
     * Draws the picture of a comparison.
     *
     * @throws IOException with a sentence
     */
    static BufferedImage draw(ComparisonReport report) throws IOException {
        return new Collage(report, Typeface.load()).draw();
    }

    /** Draws what stands above a comparison. */
    static void header(ComparisonReport report, Typeface typeface, Surface surface) {
        new Collage(report, typeface).header(surface);
    }

    private BufferedImage draw() throws IOException {
        int width = Poster.WIDTH - 2 * Poster.PAD;
        return report.isSweep() ? sweep(width) : multiples(width);
    }

    private BufferedImage multiples(int width) throws IOException {
        MultiplesPainter painter = new MultiplesPainter(typeface);
        Multiples shown =
                Multiples.of(report.comparison())
                        .sortedBy(report.order())
                        .guessing(report.guesses())
                        .saying(report.sentence());
        double least = painter.leastHeight(shown, width);
        double wanted = Math.min(painter.comfortableHeight(shown, width), ROOM_ON_SLIDE);
        double height = Math.ceil(Math.max(least, wanted));
        return picture(height, (surface, sheet) -> painter.paint(surface, shown, sheet));
    }

    private BufferedImage sweep(int width) throws IOException {
        SweepPainter painter = new SweepPainter(typeface);
        SweepPicture shown = SweepPicture.of(report.comparison(), report.sentence());
        return picture(
                Math.min(width * SWEEP_SHAPE, ROOM_ON_SLIDE),
                (surface, sheet) -> painter.paint(surface, shown, sheet));
    }

    /** A header, and under it what somebody paints. */
    private BufferedImage picture(double height, BiConsumer<Surface, Sheet> painting)
            throws IOException {
        int scale = report.look().scale();
        int whole = HEADER + (int) height + Poster.PAD;
        BufferedImage image = Poster.image(Poster.WIDTH, whole, scale);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.scale(scale, scale);
            Surface surface = new Graphics2DSurface(graphics, scale, typeface);
            surface.fill(0, 0, Poster.WIDTH, whole, theme.ground());
            header(surface);
            graphics.translate(Poster.PAD, HEADER);
            int width = Poster.WIDTH - 2 * Poster.PAD;
            painting.accept(surface, new Sheet(width, (int) height, 1.0 / scale, theme));
        } finally {
            graphics.dispose();
        }
        return image;
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
