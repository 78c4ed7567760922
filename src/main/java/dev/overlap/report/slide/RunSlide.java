package dev.overlap.report.slide;

import dev.overlap.render.PaintTarget;
import dev.overlap.render.RowGrouping;
import dev.overlap.render.Surface;
import dev.overlap.render.TextMetrics;
import dev.overlap.render.TextStyle;
import dev.overlap.render.Theme;
import dev.overlap.render.rows.RowOrdering;
import dev.overlap.render.timeline.ChartFrame;
import dev.overlap.render.timeline.ChartPainter;
import dev.overlap.render.timeline.GuessMarks;
import dev.overlap.report.ReportHeader;
import dev.overlap.report.RunReport;
import dev.overlap.text.ExportText;
import dev.overlap.text.run.MachineLoadText;
import dev.overlap.text.run.RunFigureText.LabelledNumber;
import dev.overlap.text.run.RunTitleText;
import dev.overlap.trace.metrics.MachineLoad;

import java.util.List;

/** A run as a slide: the chart with a header of model, settings, date and metrics. */
public final class RunSlide implements Slide {

    static final int MAX_ROWS = 200;
    static final int HEADER = 128;

    /** A lower chart would omit the in-flight curve. */
    private static final double MIN_CHART = 260;

    /** A taller 16:9 slide would be too small to read once it is as wide as the others. */
    private static final int MAX_WIDE = 1152;

    private static final double CELL = 22;
    private static final TextStyle NUMBER = new TextStyle(17, true);

    private final RunReport report;
    private final TextMetrics metrics;
    private final Theme theme;
    private final SlideList list;
    private final String warning;
    private final ChartPainter painter;
    private final ChartFrame frame;
    private final SlideSize size;

    private RunSlide(RunReport report, TextMetrics metrics) {
        this.report = report;
        this.metrics = metrics;
        this.theme = report.look().theme();
        this.list = new SlideList(report.plan().sites(), metrics);
        this.warning =
                report.trace().isFinished()
                        ? MachineLoadText.of(MachineLoad.of(report.trace()))
                        : "";
        this.painter = new ChartPainter(metrics);
        int top = HEADER + SlideHeader.warningHeight(warning);
        ChartFrame whole = frame(report, MAX_ROWS);
        this.size =
                SlideSize.isWide(report.look())
                        ? SlideSize.wide(report.look(), top, it -> least(whole, it), MAX_WIDE)
                        : natural(top, whole);
        this.frame = SlideSize.isWide(report.look()) ? fitting(whole) : whole;
    }

    private static ChartFrame frame(RunReport report, int maxRows) {
        return ChartFrame.of(report.trace())
                .withMaxRows(maxRows)
                .groupedBy(report.look().rows())
                .ordered(RowOrdering.order(report.trace(), report.look().choice(), maxRows))
                .guessing(GuessMarks.of(report.guessNanos()));
    }

    private SlideSize natural(int top, ChartFrame whole) {
        SlideSize empty = SlideSize.natural(report.look(), top, 0);
        double height = painter.heightFor(whole, empty.chartWidth(), rowHeight(whole));
        return SlideSize.natural(report.look(), top, Math.max(MIN_CHART, height));
    }

    /** The least height at which all rows are legible. */
    private double least(ChartFrame rows, SlideSize size) {
        return painter.heightFor(rows, size.chartWidth(), leastRow(rows));
    }

    private static double leastRow(ChartFrame rows) {
        return rows.grouping() == RowGrouping.RESOURCES ? 52 : 20;
    }

    /** Leaves out rows that would be cut off; the chart says how many. */
    private ChartFrame fitting(ChartFrame whole) {
        ChartFrame rows = whole;
        int max = MAX_ROWS;
        double excess = least(rows, size) - size.chartHeight();
        while (excess > 0 && max > 1) {
            int tooMany = (int) Math.ceil(excess / leastRow(rows));
            max = Math.max(1, Math.min(max, rows.rows()) - tooMany);
            rows = frame(report, max);
            excess = least(rows, size) - size.chartHeight();
        }
        return rows;
    }

    /** Returns the picture of a run. */
    public static Slide of(RunReport report, TextMetrics metrics) {
        return new RunSlide(report, metrics);
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
        return ExportText.runTitle(report.modelName(), RunTitleText.tasks(report.trace()));
    }

    @Override
    public String description() {
        List<String> figures =
                cells().stream().map(cell -> cell.name() + ": " + cell.number() + ".").toList();
        return ExportText.description(ReportHeader.settings(report), String.join(" ", figures));
    }

    @Override
    public void paint(Surface surface, double pixel) {
        surface.fill(0, 0, width(), height(), theme.ground());
        header(surface);
        list.paint(surface, theme, size);
        painter.paint(
                new OffsetSurface(surface, SlideSize.PAD, size.top()),
                frame,
                new PaintTarget(size.chartWidth(), size.chartHeight(), pixel, theme));
    }

    private static double rowHeight(ChartFrame frame) {
        int rows = frame.rows();
        if (frame.grouping() == RowGrouping.RESOURCES) {
            return rows <= 4 ? 112 : rows <= 12 ? 76 : 52;
        }
        return rows <= 12 ? 38 : rows <= 30 ? 30 : rows <= 60 ? 24 : 20;
    }

    void header(Surface surface) {
        SlideHeader.paint(surface, theme, size, report.modelName(), ReportHeader.settings(report));
        double x = size.left();
        for (LabelledNumber cell : cells()) {
            double width =
                    Math.max(
                            metrics.width(cell.name(), TextStyle.SMALL),
                            metrics.width(cell.number(), NUMBER));
            if (x + width > size.right()) {
                break;
            }
            surface.text(
                    cell.name(), x, 100, TextStyle.SMALL, Surface.Align.LEFT, theme.quietText());
            surface.text(cell.number(), x, 121, NUMBER, Surface.Align.LEFT, theme.text());
            x += width + CELL * 1.6;
        }
        SlideHeader.paintWarning(surface, theme, size, warning, HEADER);
    }

    /** The workers, and what does not depend on the model: the tasks, limits and date. */
    private List<LabelledNumber> cells() {
        return ReportHeader.figures(report, frame.metrics().soFar());
    }
}
