package dev.overlap.report.slide;

import dev.overlap.comparison.ComparisonPlan;
import dev.overlap.plan.DurationParser;
import dev.overlap.plan.Plan;
import dev.overlap.render.PaintTarget;
import dev.overlap.render.Surface;
import dev.overlap.render.TextMetrics;
import dev.overlap.render.Theme;
import dev.overlap.render.comparison.ComparisonFrame;
import dev.overlap.render.comparison.ComparisonPainter;
import dev.overlap.render.comparison.SweepFrame;
import dev.overlap.render.comparison.SweepPainter;
import dev.overlap.report.ComparisonReport;
import dev.overlap.text.NumberFormats;
import dev.overlap.text.comparison.BusyRunsText;

import java.io.IOException;
import java.util.function.BiConsumer;

/** A comparison as a slide, with a header about what was run and when. */
public final class ComparisonSlide implements Slide {

    private static final int HEADER = 92;

    /**
     * The image has a slide's aspect ratio of 16 to 10, unless its panels need more or less height.
     */
    private static final double SLIDE_CHART_HEIGHT = 800 - HEADER - SlideHeader.PAD;

    private static final double SWEEP_ASPECT = 0.5;

    private final ComparisonReport report;
    private final Theme theme;
    private final String warning;
    private final int top;
    private final int chartHeight;
    private final BiConsumer<Surface, PaintTarget> painting;

    private ComparisonSlide(
            ComparisonReport report,
            double chartHeight,
            BiConsumer<Surface, PaintTarget> painting) {
        this.report = report;
        this.theme = report.look().theme();
        this.warning = BusyRunsText.of(report.comparison());
        this.top = HEADER + SlideHeader.warningHeight(warning);
        this.chartHeight = (int) chartHeight;
        this.painting = painting;
    }

    /**
     * Returns the picture of a comparison.
     *
     * @throws IOException with a message, if no run has finished
     */
    public static Slide of(ComparisonReport report, TextMetrics metrics) throws IOException {
        if (report.comparison().entries().stream()
                .allMatch(variantResult -> variantResult.drawn() == null)) {
            throw new IOException("No run has finished, so there is nothing to draw.");
        }
        return report.isSweep() ? sweep(report, metrics) : multiples(report, metrics);
    }

    private static ComparisonSlide multiples(ComparisonReport report, TextMetrics metrics) {
        ComparisonPainter painter = new ComparisonPainter(metrics);
        ComparisonFrame shown =
                ComparisonFrame.of(report.comparison())
                        .sortedBy(report.order())
                        .guessing(report.guesses())
                        .saying(report.sentence());
        int width = SlideHeader.CHART_WIDTH;
        double minHeight = painter.minHeight(shown, width);
        double preferred = Math.min(painter.comfortableHeight(shown, width), SLIDE_CHART_HEIGHT);
        return new ComparisonSlide(
                report,
                Math.ceil(Math.max(minHeight, preferred)),
                (surface, target) -> painter.paint(surface, shown, target));
    }

    private static ComparisonSlide sweep(ComparisonReport report, TextMetrics metrics) {
        SweepPainter painter = new SweepPainter(metrics);
        SweepFrame shown = SweepFrame.of(report.comparison(), report.sentence());
        return new ComparisonSlide(
                report,
                Math.min(SlideHeader.CHART_WIDTH * SWEEP_ASPECT, SLIDE_CHART_HEIGHT),
                (surface, target) -> painter.paint(surface, shown, target));
    }

    @Override
    public int width() {
        return SlideHeader.WIDTH;
    }

    @Override
    public int height() {
        return top + chartHeight + SlideHeader.PAD;
    }

    @Override
    public void paint(Surface surface, double pixel) {
        surface.fill(0, 0, width(), height(), theme.ground());
        header(surface);
        painting.accept(
                new OffsetSurface(surface, SlideHeader.PAD, top),
                new PaintTarget(SlideHeader.CHART_WIDTH, chartHeight, pixel, theme));
    }

    void header(Surface surface) {
        SlideHeader.paint(surface, theme, report.title(), settings());
        SlideHeader.paintWarning(surface, theme, warning, HEADER - 12);
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
