package dev.overlap.report.slide;

import dev.overlap.plan.DurationParser;
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
import dev.overlap.report.RunReport;
import dev.overlap.text.DurationFormat;
import dev.overlap.text.NumberFormats;
import dev.overlap.text.UncontendedTimeText;
import dev.overlap.text.run.MachineLoadText;
import dev.overlap.text.run.RunTitleText;
import dev.overlap.trace.metrics.MachineLoad;
import dev.overlap.trace.metrics.Statistics;

import java.util.List;

/** A run as a slide: the chart with a header of model, settings, date and metrics. */
public final class RunSlide implements Slide {

    static final int MAX_ROWS = 200;
    static final int HEADER = 128;

    /** A lower chart would omit the in-flight curve. */
    private static final double MIN_CHART = 260;

    private static final double CELL = 22;
    private static final TextStyle NUMBER = new TextStyle(17, true);

    private record Cell(String name, String number) {}

    private final RunReport report;
    private final TextMetrics metrics;
    private final Theme theme;
    private final ChartFrame frame;
    private final String warning;
    private final ChartPainter painter;
    private final int top;
    private final int chartHeight;

    private RunSlide(RunReport report, TextMetrics metrics) {
        this.report = report;
        this.metrics = metrics;
        this.theme = report.look().theme();
        this.frame =
                ChartFrame.of(report.trace())
                        .withMaxRows(MAX_ROWS)
                        .groupedBy(report.look().rows())
                        .ordered(
                                RowOrdering.order(report.trace(), report.look().choice(), MAX_ROWS))
                        .guessing(GuessMarks.of(report.guessNanos()));
        this.warning =
                report.trace().isFinished()
                        ? MachineLoadText.of(MachineLoad.of(report.trace()))
                        : "";
        this.painter = new ChartPainter(metrics);
        this.top = HEADER + SlideHeader.warningHeight(warning);
        this.chartHeight =
                (int)
                        Math.max(
                                MIN_CHART,
                                painter.heightFor(frame, SlideHeader.CHART_WIDTH, rowHeight()));
    }

    /** Returns the picture of a run. */
    public static Slide of(RunReport report, TextMetrics metrics) {
        return new RunSlide(report, metrics);
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
        painter.paint(
                new OffsetSurface(surface, SlideHeader.PAD, top),
                frame,
                new PaintTarget(SlideHeader.CHART_WIDTH, chartHeight, pixel, theme));
    }

    private double rowHeight() {
        int rows = frame.rows();
        if (frame.grouping() == RowGrouping.RESOURCES) {
            return rows <= 4 ? 112 : rows <= 12 ? 76 : 52;
        }
        return rows <= 12 ? 38 : rows <= 30 ? 30 : rows <= 60 ? 24 : 20;
    }

    void header(Surface surface) {
        SlideHeader.paint(surface, theme, report.modelName(), settings());
        double x = SlideHeader.LEFT;
        for (Cell cell : cells()) {
            double width =
                    Math.max(
                            metrics.width(cell.name, TextStyle.SMALL),
                            metrics.width(cell.number, NUMBER));
            if (x + width > SlideHeader.RIGHT) {
                break;
            }
            surface.text(cell.name, x, 100, TextStyle.SMALL, Surface.Align.LEFT, theme.quietText());
            surface.text(cell.number, x, 121, NUMBER, Surface.Align.LEFT, theme.text());
            x += width + CELL * 1.6;
        }
        SlideHeader.paintWarning(surface, theme, warning, HEADER);
    }

    /** The workers, and what does not depend on the model: the tasks, limits and date. */
    private String settings() {
        String workers = RunTitleText.workers(report.trace());
        String settings =
                SlideHeader.settings(
                        RunTitleText.tasks(report.trace()),
                        "timeout " + DurationParser.write(report.plan().settings().timeout()),
                        SlideHeader.date(report.begun()));
        return workers.isEmpty() ? settings : SlideHeader.settings(workers, settings);
    }

    private List<Cell> cells() {
        Statistics numbers = frame.metrics().soFar();
        return List.of(
                new Cell("Wall time", DurationFormat.text(numbers.wallNanos())),
                new Cell("Tasks alone, in total", UncontendedTimeText.time(numbers.workNanos())),
                new Cell(
                        "Speed-up over sequential",
                        RunTitleText.speedUpOrNone(
                                report.measuredSpeedUp(), numbers.derivedSpeedUp())),
                new Cell("Longest task, alone", UncontendedTimeText.time(numbers.longestNanos())),
                new Cell("Peak in flight", Integer.toString(numbers.peakInFlight())),
                new Cell("Failed", failed(numbers)));
    }

    private static String failed(Statistics numbers) {
        String failed =
                NumberFormats.count(numbers.failed())
                        + " of "
                        + NumberFormats.count(numbers.tasks());
        return numbers.cancelled() == 0
                ? failed
                : failed + ", " + NumberFormats.count(numbers.cancelled()) + " cancelled";
    }
}
