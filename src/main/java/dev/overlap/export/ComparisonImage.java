package dev.overlap.export;

import dev.overlap.comparison.ComparisonPlan;
import dev.overlap.plan.DurationParser;
import dev.overlap.plan.Plan;
import dev.overlap.render.PaintTarget;
import dev.overlap.render.Surface;
import dev.overlap.render.Theme;
import dev.overlap.render.comparison.ComparisonFrame;
import dev.overlap.render.comparison.ComparisonPainter;
import dev.overlap.render.comparison.SweepFrame;
import dev.overlap.render.comparison.SweepPainter;
import dev.overlap.text.NumberFormats;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.function.BiConsumer;

/** A comparison in one picture, ready for a slide: what was run, when, what came of it. */
final class ComparisonImage {

    private static final int HEADER = 92;

    /** The picture has the shape of a slide, 16 to 10, unless its parts need more or less. */
    private static final double ROOM_ON_SLIDE = 800 - HEADER - RunImage.PAD;

    private static final double SWEEP_SHAPE = 0.5;

    private final ComparisonReport report;
    private final AwtTextMetrics awtTextMetrics;
    private final Theme theme;

    private ComparisonImage(ComparisonReport report, AwtTextMetrics awtTextMetrics) {
        this.report = report;
        this.awtTextMetrics = awtTextMetrics;
        this.theme = report.look().theme();
    }

    /**
     * Draws the picture of a comparison.
     *
     * @throws IOException with a sentence, also if no run has finished
     */
    static BufferedImage draw(ComparisonReport report) throws IOException {
        if (report.comparison().entries().stream()
                .allMatch(variantResult -> variantResult.drawn() == null)) {
            throw new IOException("No run has finished, so there is nothing to draw.");
        }
        return new ComparisonImage(report, AwtTextMetrics.load()).draw();
    }

    /** Draws what stands above a comparison. */
    static void header(ComparisonReport report, AwtTextMetrics awtTextMetrics, Surface surface) {
        new ComparisonImage(report, awtTextMetrics).header(surface);
    }

    private BufferedImage draw() throws IOException {
        int width = RunImage.WIDTH - 2 * RunImage.PAD;
        return report.isSweep() ? sweep(width) : multiples(width);
    }

    private BufferedImage multiples(int width) throws IOException {
        ComparisonPainter painter = new ComparisonPainter(awtTextMetrics);
        ComparisonFrame shown =
                ComparisonFrame.of(report.comparison())
                        .sortedBy(report.order())
                        .guessing(report.guesses())
                        .saying(report.sentence());
        double least = painter.leastHeight(shown, width);
        double wanted = Math.min(painter.comfortableHeight(shown, width), ROOM_ON_SLIDE);
        double height = Math.ceil(Math.max(least, wanted));
        return picture(height, (surface, target) -> painter.paint(surface, shown, target));
    }

    private BufferedImage sweep(int width) throws IOException {
        SweepPainter painter = new SweepPainter(awtTextMetrics);
        SweepFrame shown = SweepFrame.of(report.comparison(), report.sentence());
        return picture(
                Math.min(width * SWEEP_SHAPE, ROOM_ON_SLIDE),
                (surface, target) -> painter.paint(surface, shown, target));
    }

    /** A header, and under it what somebody paints. */
    private BufferedImage picture(double height, BiConsumer<Surface, PaintTarget> painting)
            throws IOException {
        int scale = report.look().scale();
        int whole = HEADER + (int) height + RunImage.PAD;
        BufferedImage image = RunImage.image(RunImage.WIDTH, whole, scale);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.scale(scale, scale);
            Surface surface = new Graphics2DSurface(graphics, scale, awtTextMetrics);
            surface.fill(0, 0, RunImage.WIDTH, whole, theme.ground());
            header(surface);
            graphics.translate(RunImage.PAD, HEADER);
            int width = RunImage.WIDTH - 2 * RunImage.PAD;
            painting.accept(surface, new PaintTarget(width, (int) height, 1.0 / scale, theme));
        } finally {
            graphics.dispose();
        }
        return image;
    }

    private void header(Surface surface) {
        double left = RunImage.PAD + 12;
        double right = RunImage.WIDTH - RunImage.PAD - 12;
        int quiet = theme.quietText();
        surface.text(report.title(), left, 46, RunImage.TITLE, Surface.Align.LEFT, theme.text());
        surface.text(settings(), left, 72, RunImage.LINE, Surface.Align.LEFT, quiet);
        surface.text("Overlap", right, 44, RunImage.LINE, Surface.Align.RIGHT, quiet);
    }

    /** What was run, how often, with which limits, when. */
    private String settings() {
        ComparisonPlan comparisonPlan = report.comparison().plan();
        Plan plan = comparisonPlan.variants().getFirst().plan();
        int runs = comparisonPlan.runs();
        return String.join(
                RunImage.SEPARATOR,
                NumberFormats.count(plan.tasks().size(), "task"),
                runs == 1 ? "1 run each" : "median of " + runs + " runs each",
                "timeout " + DurationParser.write(plan.settings().timeout()),
                RunImage.date(report.begun()));
    }
}
