package dev.overlap.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.overlap.plan.Plan;
import dev.overlap.render.PaintTarget;
import dev.overlap.render.RowGrouping;
import dev.overlap.render.Theme;
import dev.overlap.render.timeline.ChartFrame;
import dev.overlap.render.timeline.ChartLayout;
import dev.overlap.render.timeline.ChartPainter;
import dev.overlap.report.RunReport;
import dev.overlap.report.slide.AwtTextMetrics;
import dev.overlap.testkit.TraceBuilder;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;
import dev.overlap.trace.Trace;
import dev.overlap.trace.WorkerTrack;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;

import javax.imageio.ImageIO;

class PngTest {

    private static final int WIDTH = 1_280;
    private static final int PAD = 28;
    private static final int HEADER = 128;

    private static final String[] SITES = {"lab:/delay/300", "lab:/delay/200"};

    @TempDir private Path folder;

    private static Trace trace() {
        return TraceBuilder.of(SITES)
                .fetch(0, 1, 20, 280, 300)
                .fetch(1, 1, 20, 180, 200)
                .finished();
    }

    private static RunReport report(Trace trace, int scale, boolean dark) {
        return new RunReport(
                TraceBuilder.plan("event-loop", SITES),
                "Event loop",
                Instant.EPOCH,
                trace,
                new RunReport.Look(scale, dark, RowGrouping.TASKS));
    }

    private BufferedImage written(RunReport report) throws IOException {
        Path file = folder.resolve("run.PNG");
        ReportWriter.write(report, file);
        return ImageIO.read(file.toFile());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void imageSizeIsProportionalToItsScale(int scale) throws IOException {
        Trace trace = trace();
        BufferedImage one = ReportWriter.picture(report(trace, 1, false));
        BufferedImage image = written(report(trace, scale, false));
        assertThat(image.getWidth()).isEqualTo(WIDTH * scale);
        assertThat(image.getHeight()).isEqualTo(one.getHeight() * scale);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4})
    void contentIsProportionalToTheScale(int scale) throws IOException {
        Trace trace = trace();
        BufferedImage one = ReportWriter.picture(report(trace, 1, false));
        BufferedImage large = ReportWriter.picture(report(trace, scale, false));
        assertThat(ImageSimilarity.of(one, large, scale)).isGreaterThan(0.8);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void waitAndBackgroundHaveTheColoursOfTheTheme(boolean dark) throws IOException {
        Trace trace = trace();
        BufferedImage image = written(report(trace, 2, dark));
        Theme theme = dark ? Theme.DARK : Theme.LIGHT;
        int width = WIDTH - 2 * PAD;
        int height = image.getHeight() / 2 - HEADER - PAD;
        ChartLayout layout =
                new ChartPainter(AwtTextMetrics.load())
                        .layout(ChartFrame.of(trace), new PaintTarget(width, height, 0.5, theme));
        double x = PAD + layout.xOf(150_000_000);
        double y = HEADER + layout.rowTop(0) + layout.rowHeight() / 2;
        assertThat(image.getRGB((int) (x * 2), (int) (y * 2))).isEqualTo(theme.of(Phase.WAIT));
        assertThat(image.getRGB(3, 3)).isEqualTo(theme.ground());
        assertThat(image.getRGB(image.getWidth() - 4, image.getHeight() - 4))
                .isEqualTo(theme.ground());
    }

    /** Two tasks of one thread: two rows by task, one by worker, none by connection. */
    @Test
    void rowsHaveTheRequestedGrouping() throws IOException {
        TraceBuilder traceBuilder =
                TraceBuilder.of(SITES).enter(0, Phase.COMPUTE, 0).enter(1, Phase.COMPUTE, 200);
        int thread = traceBuilder.addWorker("thread-1", WorkerTrack.Role.THREAD);
        traceBuilder.carriedBy(0, thread).carriedBy(1, thread);
        traceBuilder.busy(thread, 0, 0, 200).busy(thread, 1, 200, 400);
        traceBuilder.end(0, new Outcome.Computed(), 200).end(1, new Outcome.Computed(), 400);
        RunReport report = report(traceBuilder.finished(), 1, false);
        assertThat(rowsOf(report, RowGrouping.TASKS)).isEqualTo(2);
        assertThat(rowsOf(report, RowGrouping.WORKERS)).isEqualTo(1);
        assertThat(rowsOf(report, RowGrouping.CONNECTIONS)).isZero();
    }

    /** Counts the compute bars one below the other, without the legend's. */
    private static int rowsOf(RunReport report, RowGrouping rows) throws IOException {
        BufferedImage image = ReportWriter.picture(showing(report, rows));
        int compute = Theme.LIGHT.of(Phase.COMPUTE);
        int count = 0;
        boolean inside = false;
        for (int y = HEADER + 40; y < image.getHeight(); y++) {
            boolean now = false;
            for (int x = 0; x < image.getWidth(); x++) {
                now |= image.getRGB(x, y) == compute;
            }
            count += now && !inside ? 1 : 0;
            inside = now;
        }
        return count;
    }

    @Test
    void textIsDrawnWithoutADisplay() throws IOException {
        assertThat(System.getProperty("java.awt.headless")).isEqualTo("true");
        BufferedImage image = ReportWriter.picture(report(trace(), 1, false));
        int inked = 0;
        for (int y = 20; y < 50; y++) {
            for (int x = 35; x < 200; x++) {
                inked += image.getRGB(x, y) == Theme.LIGHT.text() ? 1 : 0;
            }
        }
        assertThat(inked).as("pixels of the title").isGreaterThan(100);
    }

    @Test
    void imageOfTenThousandTasksHasALimitedHeight() throws IOException {
        TraceBuilder traceBuilder = new TraceBuilder(Collections.nCopies(10_000, "a"));
        for (int task = 0; task < 10_000; task++) {
            traceBuilder.fetch(task, task, task + 2, task + 3, task + 4);
        }
        assertThat(ReportWriter.picture(report(traceBuilder.finished(), 1, false)).getHeight())
                .isBetween(3_000, 6_000);
    }

    @Test
    void runInProgressCanBeDrawn() throws IOException {
        Trace live = TraceBuilder.of(SITES).enter(0, Phase.WAIT, 0).live();
        assertThat(ReportWriter.picture(report(live, 1, true)).getWidth()).isEqualTo(WIDTH);
    }

    @Test
    void imageDoesNotContainUserNamesAndPasswords() throws IOException {
        BufferedImage open = ReportWriter.picture(about("https://a.example/x"));
        BufferedImage secret = ReportWriter.picture(about("https://me:pw@a.example/x"));
        assertThat(pixels(secret)).isEqualTo(pixels(open));
    }

    private static RunReport about(String site) {
        Plan plan = TraceBuilder.plan("event-loop", site);
        Trace trace =
                TraceBuilder.of(plan.tasks().getFirst().label())
                        .fetch(0, 1, 20, 280, 300)
                        .finished();
        return new RunReport(plan, "Event loop", Instant.EPOCH, trace, RunReport.Look.DEFAULT);
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    @Test
    void unknownExtensionIsReportedWithTheKnownOnes() {
        RunReport report = report(trace(), 1, false);
        assertThatThrownBy(() -> ReportWriter.write(report, folder.resolve("run.gif")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("run.gif")
                .hasMessageContaining("Use one of: png, svg, ");
        assertThat(Files.exists(folder.resolve("run.gif"))).isFalse();
    }

    private static RunReport showing(RunReport report, RowGrouping rows) {
        RunReport.Look look = report.look().withRows(rows);
        return new RunReport(
                report.plan(), report.modelName(), report.begun(), report.trace(), look);
    }
}
