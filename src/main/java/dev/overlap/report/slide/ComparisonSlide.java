package dev.overlap.report.slide;

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
import dev.overlap.report.ReportHeader;
import dev.overlap.report.RunReport.Look;
import dev.overlap.text.ExportText;
import dev.overlap.text.comparison.BusyRunsText;

import java.io.IOException;
import java.util.function.BiConsumer;

/** A comparison as a slide, with a header about what was run and when. */
public final class ComparisonSlide implements Slide {

    private static final int HEADER = 92;

    /**
     * The image has a slide's aspect ratio of 16 to 10, unless its panels need more or less height.
     */
    private static final double SLIDE_CHART_HEIGHT = 800 - HEADER - SlideSize.PAD;

    private static final double SWEEP_ASPECT = 0.5;

    private final ComparisonReport report;
    private final Theme theme;
    private final String warning;
    private final SlideSize size;
    private final SlideList list;
    private final BiConsumer<Surface, PaintTarget> painting;

    private ComparisonSlide(
            ComparisonReport report,
            TextMetrics metrics,
            SlideSize size,
            BiConsumer<Surface, PaintTarget> painting) {
        this.report = report;
        this.theme = report.look().theme();
        this.warning = BusyRunsText.of(report.comparison());
        this.size = size;
        this.list = new SlideList(plan(report).sites(), metrics);
        this.painting = painting;
    }

    /** Where the chart begins: below the header and its warning. */
    private static int top(ComparisonReport report) {
        return HEADER + SlideHeader.warningHeight(BusyRunsText.of(report.comparison()));
    }

    private static Plan plan(ComparisonReport report) {
        return report.comparison().plan().variants().getFirst().plan();
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
        Look look = report.look();
        SlideSize size =
                SlideSize.isWide(look)
                        ? SlideSize.wide(
                                look,
                                top(report),
                                it -> painter.minHeight(shown, it.chartWidth()),
                                Integer.MAX_VALUE)
                        : natural(report, painter, shown);
        return new ComparisonSlide(
                report, metrics, size, (surface, target) -> painter.paint(surface, shown, target));
    }

    private static SlideSize natural(
            ComparisonReport report, ComparisonPainter painter, ComparisonFrame shown) {
        Look look = report.look();
        int top = top(report);
        int width = SlideSize.natural(look, top, 0).chartWidth();
        double minHeight = painter.minHeight(shown, width);
        double preferred = Math.min(painter.comfortableHeight(shown, width), SLIDE_CHART_HEIGHT);
        return SlideSize.natural(look, top, Math.ceil(Math.max(minHeight, preferred)));
    }

    private static ComparisonSlide sweep(ComparisonReport report, TextMetrics metrics) {
        SweepPainter painter = new SweepPainter(metrics);
        SweepFrame shown = SweepFrame.of(report.comparison(), report.sentence());
        Look look = report.look();
        int top = top(report);
        int width = SlideSize.natural(look.withList(false), top, 0).chartWidth();
        SlideSize size =
                SlideSize.isWide(look)
                        ? SlideSize.wide(look, top, _ -> 0, Integer.MAX_VALUE)
                        : SlideSize.natural(
                                look, top, Math.min(width * SWEEP_ASPECT, SLIDE_CHART_HEIGHT));
        return new ComparisonSlide(
                report, metrics, size, (surface, target) -> painter.paint(surface, shown, target));
    }

    @Override
    public int width() {
        return size.width();
    }

    @Override
    public int height() {
        return size.height();
    }

    @Override
    public double zoom() {
        return size.zoom();
    }

    @Override
    public String title() {
        return report.title();
    }

    @Override
    public String description() {
        return ExportText.description(ReportHeader.settings(report), report.sentence());
    }

    @Override
    public void paint(Surface surface, double pixel) {
        surface.fill(0, 0, width(), height(), theme.ground());
        header(surface);
        list.paint(surface, theme, size);
        painting.accept(
                new OffsetSurface(surface, SlideSize.PAD, size.top()),
                new PaintTarget(size.chartWidth(), size.chartHeight(), pixel, theme));
    }

    void header(Surface surface) {
        SlideHeader.paint(surface, theme, size, report.title(), ReportHeader.settings(report));
        SlideHeader.paintWarning(surface, theme, size, warning, HEADER - 12);
    }
}
