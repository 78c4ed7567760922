package dev.overlap.export;

import dev.overlap.plan.DurationParser;
import dev.overlap.render.PaintTarget;
import dev.overlap.render.RowGrouping;
import dev.overlap.render.Surface;
import dev.overlap.render.TextStyle;
import dev.overlap.render.Theme;
import dev.overlap.render.rows.RowOrdering;
import dev.overlap.render.timeline.ChartFrame;
import dev.overlap.render.timeline.ChartPainter;
import dev.overlap.render.timeline.GuessMarks;
import dev.overlap.text.DurationFormat;
import dev.overlap.text.NumberFormats;
import dev.overlap.text.UncontendedTimeText;
import dev.overlap.text.run.MachineLoadText;
import dev.overlap.text.run.RunTitleText;
import dev.overlap.trace.metrics.MachineLoad;
import dev.overlap.trace.metrics.Statistics;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;

/**
 * Draws a run as an image for a slide: the chart with a header of model, settings, date and
 * metrics.
 */
final class RunImage {

    static final int MAX_ROWS = 200;
    static final int HEADER = 128;

    /** A lower chart would omit the in-flight curve. */
    private static final double MIN_CHART = 260;

    private static final double CELL = 22;
    private static final int WARNING = 22;
    private static final long BYTES_PER_PIXEL = 4;
    private static final TextStyle NUMBER = new TextStyle(17, true);

    private record Cell(String name, String number) {}

    private final RunReport report;
    private final AwtTextMetrics metrics;
    private final Theme theme;
    private final ChartFrame frame;
    private final String warning;

    private RunImage(RunReport report, AwtTextMetrics metrics) {
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
    }

    /**
     * Draws the image of a run.
     *
     * @throws IOException with a message
     */
    static BufferedImage draw(RunReport report) throws IOException {
        return new RunImage(report, AwtTextMetrics.load()).draw();
    }

    /** Draws the header above the chart. */
    static void header(RunReport report, AwtTextMetrics metrics, Surface surface) {
        new RunImage(report, metrics).header(surface);
    }

    private BufferedImage draw() throws IOException {
        ChartPainter painter = new ChartPainter(metrics);
        int width = SlideHeader.WIDTH - 2 * SlideHeader.PAD;
        int height = (int) Math.max(MIN_CHART, painter.heightFor(frame, width, rowHeight()));
        int top = HEADER + (warning.isEmpty() ? 0 : WARNING);
        int whole = top + height + SlideHeader.PAD;
        BufferedImage image = image(SlideHeader.WIDTH, whole, report.look().scale());
        Graphics2D graphics = image.createGraphics();
        try {
            int scale = report.look().scale();
            graphics.scale(scale, scale);
            Surface surface = new Graphics2DSurface(graphics, scale, metrics);
            surface.fill(0, 0, SlideHeader.WIDTH, whole, theme.ground());
            header(surface);
            graphics.translate(SlideHeader.PAD, top);
            painter.paint(surface, frame, new PaintTarget(width, height, 1.0 / scale, theme));
        } finally {
            graphics.dispose();
        }
        return image;
    }

    /**
     * Creates an image of a size in units.
     *
     * @throws IOException with a message, if there is not enough memory
     */
    static BufferedImage image(long width, long height, long scale) throws IOException {
        Runtime runtime = Runtime.getRuntime();
        long free = runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
        if (width * height * scale * scale * BYTES_PER_PIXEL > free * 3 / 4) {
            throw new IOException(
                    "This picture needs more memory than there is. Choose a smaller size.");
        }
        return new BufferedImage(
                (int) (width * scale), (int) (height * scale), BufferedImage.TYPE_INT_RGB);
    }

    private double rowHeight() {
        int rows = frame.rows();
        if (frame.grouping() == RowGrouping.RESOURCES) {
            return rows <= 4 ? 112 : rows <= 12 ? 76 : 52;
        }
        return rows <= 12 ? 38 : rows <= 30 ? 30 : rows <= 60 ? 24 : 20;
    }

    private void header(Surface surface) {
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
        if (!warning.isEmpty()) {
            surface.text(
                    warning,
                    SlideHeader.LEFT,
                    HEADER + WARNING * 0.75,
                    TextStyle.SMALL,
                    Surface.Align.LEFT,
                    theme.warning());
        }
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
