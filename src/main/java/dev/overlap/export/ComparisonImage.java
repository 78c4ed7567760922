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

/** Draws a comparison as an image for a slide, with a header about what was run and when. */
final class ComparisonImage {

    private static final int HEADER = 92;

    /**
     * The image has a slide's aspect ratio of 16 to 10, unless its panels need more or less height.
     */
    private static final double SLIDE_CHART_HEIGHT = 800 - HEADER - SlideHeader.PAD;

    private static final double SWEEP_ASPECT = 0.5;

    private final ComparisonReport report;
    private final AwtTextMetrics metrics;
    private final Theme theme;

    private ComparisonImage(ComparisonReport report, AwtTextMetrics metrics) {
        this.report = report;
        this.metrics = metrics;
        this.theme = report.look().theme();
    }

    /**
     * Draws the image of a comparison.
     *
     * @throws IOException with a message, also if no run has finished
     */
    static BufferedImage draw(ComparisonReport report) throws IOException {
        if (report.comparison().entries().stream()
                .allMatch(variantResult -> variantResult.drawn() == null)) {
            throw new IOException("No run has finished, so there is nothing to draw.");
        }
        return new ComparisonImage(report, AwtTextMetrics.load()).draw();
    }

    /** Draws the header above a comparison. */
    static void header(ComparisonReport report, AwtTextMetrics metrics, Surface surface) {
        new ComparisonImage(report, metrics).header(surface);
    }

    private BufferedImage draw() throws IOException {
        int width = SlideHeader.WIDTH - 2 * SlideHeader.PAD;
        return report.isSweep() ? sweep(width) : multiples(width);
    }

    private BufferedImage multiples(int width) throws IOException {
        ComparisonPainter painter = new ComparisonPainter(metrics);
        ComparisonFrame shown =
                ComparisonFrame.of(report.comparison())
                        .sortedBy(report.order())
                        .guessing(report.guesses())
                        .saying(report.sentence());
        double minHeight = painter.minHeight(shown, width);
        double preferred = Math.min(painter.comfortableHeight(shown, width), SLIDE_CHART_HEIGHT);
        double height = Math.ceil(Math.max(minHeight, preferred));
        return picture(height, (surface, target) -> painter.paint(surface, shown, target));
    }

    private BufferedImage sweep(int width) throws IOException {
        SweepPainter painter = new SweepPainter(metrics);
        SweepFrame shown = SweepFrame.of(report.comparison(), report.sentence());
        return picture(
                Math.min(width * SWEEP_ASPECT, SLIDE_CHART_HEIGHT),
                (surface, target) -> painter.paint(surface, shown, target));
    }

    /** Draws the header and a chart below it. */
    private BufferedImage picture(double height, BiConsumer<Surface, PaintTarget> painting)
            throws IOException {
        int scale = report.look().scale();
        int whole = HEADER + (int) height + SlideHeader.PAD;
        BufferedImage image = RunImage.image(SlideHeader.WIDTH, whole, scale);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.scale(scale, scale);
            Surface surface = new Graphics2DSurface(graphics, scale, metrics);
            surface.fill(0, 0, SlideHeader.WIDTH, whole, theme.ground());
            header(surface);
            graphics.translate(SlideHeader.PAD, HEADER);
            int width = SlideHeader.WIDTH - 2 * SlideHeader.PAD;
            painting.accept(surface, new PaintTarget(width, (int) height, 1.0 / scale, theme));
        } finally {
            graphics.dispose();
        }
        return image;
    }

    private void header(Surface surface) {
        SlideHeader.paint(surface, theme, report.title(), settings());
    }

    /** The tasks, runs, limits and date. */
    private String settings() {
        ComparisonPlan comparisonPlan = report.comparison().plan();
        Plan plan = comparisonPlan.variants().getFirst().plan();
        int runs = comparisonPlan.runs();
        return SlideHeader.settings(
                NumberFormats.count(plan.tasks().size(), "task"),
                runs == 1 ? "1 run each" : "median of " + runs + " runs each",
                "timeout " + DurationParser.write(plan.settings().timeout()),
                SlideHeader.date(report.begun()));
    }
}
