package dev.overlap.export;

import static dev.overlap.testkit.ComparisonBuilder.atOnce;
import static dev.overlap.testkit.ComparisonBuilder.entry;
import static dev.overlap.testkit.ComparisonBuilder.finished;
import static dev.overlap.testkit.ComparisonBuilder.live;
import static dev.overlap.testkit.ComparisonBuilder.oneByOne;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.comparison.Comparison;
import dev.overlap.comparison.Guesses;
import dev.overlap.comparison.SortOrder;
import dev.overlap.comparison.VariantResult;
import dev.overlap.render.RowGrouping;
import dev.overlap.render.Theme;
import dev.overlap.report.ComparisonReport;
import dev.overlap.report.RunReport;
import dev.overlap.testkit.ComparisonBuilder;
import dev.overlap.testkit.TraceBuilder;
import dev.overlap.trace.Phase;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import javax.imageio.ImageIO;

class ComparisonImageTest {

    private static final int WIDTH = 1_280;

    @TempDir private Path folder;

    private static ComparisonReport report(Comparison comparison, int scale, boolean dark) {
        return report(comparison, Guesses.NONE, new RunReport.Look(scale, dark, RowGrouping.TASKS));
    }

    private static ComparisonReport report(
            Comparison comparison, Guesses guesses, RunReport.Look look) {
        return new ComparisonReport(comparison, SortOrder.WALL, guesses, Instant.EPOCH, look);
    }

    private static Comparison two() {
        return finished(
                1,
                entry("sequential", "Sequential", oneByOne(2, 100)),
                entry("event-loop", "Event loop", atOnce(2, 100)));
    }

    private static boolean has(BufferedImage image, int argb) {
        return IntStream.range(0, image.getWidth() * image.getHeight())
                .anyMatch(i -> image.getRGB(i % image.getWidth(), i / image.getWidth()) == argb);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void imageSizeIsProportionalToItsScale(int scale) throws IOException {
        Path file = folder.resolve("together.png");
        ReportWriter.write(report(two(), scale, false), file);
        BufferedImage image = ImageIO.read(file.toFile());
        BufferedImage one = ReportWriter.picture(report(two(), 1, false));
        assertThat(image.getWidth()).isEqualTo(WIDTH * scale);
        assertThat(image.getHeight()).isEqualTo(one.getHeight() * scale);
    }

    /**
     * The same image at higher resolution: each pixel of the small one is the mean of the
     * corresponding ones.
     */
    @ParameterizedTest
    @ValueSource(ints = {2, 4})
    void contentIsProportionalToTheScale(int scale) throws IOException {
        BufferedImage one = ReportWriter.picture(report(two(), 1, false));
        BufferedImage large = ReportWriter.picture(report(two(), scale, false));
        assertThat(ImageSimilarity.of(one, large, scale)).isGreaterThan(0.8);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4})
    void contentOfASweepIsProportionalToTheScale(int scale) throws IOException {
        Comparison sweep =
                ComparisonBuilder.of(
                        ComparisonBuilder.workers("thread-pool", 1, 300, 310),
                        ComparisonBuilder.workers("thread-pool", 2, 150, 160));
        BufferedImage one = ReportWriter.picture(report(sweep, 1, true));
        BufferedImage large = ReportWriter.picture(report(sweep, scale, true));
        assertThat(ImageSimilarity.of(one, large, scale)).isGreaterThan(0.8);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void nothingHasTheBackgroundOfTheOtherTheme(boolean dark) throws IOException {
        BufferedImage image = ReportWriter.picture(report(two(), 2, dark));
        Theme theme = dark ? Theme.DARK : Theme.LIGHT;
        Theme other = dark ? Theme.LIGHT : Theme.DARK;
        for (int x : new int[] {0, image.getWidth() - 1}) {
            for (int y : new int[] {0, image.getHeight() / 2, image.getHeight() - 1}) {
                assertThat(image.getRGB(x, y)).isEqualTo(theme.ground());
            }
        }
        assertThat(has(image, other.ground())).isFalse();
        assertThat(has(image, other.text())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void imageShowsReferenceLinesAndGuessInTheColoursOfItsTheme(boolean dark) throws IOException {
        Theme theme = dark ? Theme.DARK : Theme.LIGHT;
        ComparisonReport report = report(two(), 2, dark);
        assertThat(has(ReportWriter.picture(report), theme.guess())).isFalse();
        Guesses guesses = new Guesses(Map.of("event-loop", 150_000_000L));
        BufferedImage image = ReportWriter.picture(report(two(), guesses, report.look()));
        List.of(theme.ground(), theme.text(), theme.guess(), theme.lowerBound(), theme.oneByOne())
                .forEach(ink -> assertThat(has(image, ink)).isTrue());
    }

    @Test
    void panelsAreInTheRequestedOrder() throws IOException {
        Comparison two =
                finished(
                        1,
                        entry("sequential", "Sequential", oneByOne(8, 100)),
                        entry("event-loop", "Event loop", atOnce(8, 100)));
        RunReport.Look look = new RunReport.Look(1, false, RowGrouping.TASKS);
        BufferedImage listed = picture(two, SortOrder.LIST, look);
        assertThat(listed.getHeight()).isEqualTo(picture(two, SortOrder.WALL, look).getHeight());
        assertThat(rightmostWait(listed, 0, 2))
                .as("the longer one above")
                .isGreaterThan(rightmostWait(listed, 1, 2) * 12 / 10);
        BufferedImage sorted = picture(two, SortOrder.WALL, look);
        assertThat(rightmostWait(sorted, 1, 2))
                .as("the longer one below")
                .isGreaterThan(rightmostWait(sorted, 0, 2) * 12 / 10);
    }

    private static BufferedImage picture(
            Comparison comparison, SortOrder order, RunReport.Look look) throws IOException {
        return ReportWriter.picture(
                new ComparisonReport(comparison, order, Guesses.NONE, Instant.EPOCH, look));
    }

    /** The rightmost pixel of a panel in the colour of waits. */
    private static int rightmostWait(BufferedImage image, int part, int parts) {
        int from = 140 + (image.getHeight() - 140) * part / parts; // below header and legend
        int to = 140 + (image.getHeight() - 140) * (part + 1) / parts;
        return IntStream.range(0, image.getWidth())
                .filter(
                        x ->
                                IntStream.range(from, to)
                                        .anyMatch(
                                                y ->
                                                        image.getRGB(x, y)
                                                                == Theme.LIGHT.of(Phase.WAIT)))
                .max()
                .orElse(0);
    }

    @Test
    void tenModelsOfAThousandTasksFitASlide() throws IOException {
        VariantResult[] entries =
                IntStream.range(0, 10)
                        .mapToObj(i -> entry("m" + i, "Model " + i, atOnce(1_000, 100)))
                        .toArray(VariantResult[]::new);
        BufferedImage image = ReportWriter.picture(report(finished(1, entries), 1, false));
        assertThat(image.getHeight()).isLessThanOrEqualTo(900);
    }

    @Test
    void sweepHasItsOwnImage() throws IOException {
        Comparison sweep =
                ComparisonBuilder.of(
                        ComparisonBuilder.workers("thread-pool", 1, 300),
                        ComparisonBuilder.workers("thread-pool", 2, 150));
        BufferedImage image = ReportWriter.picture(report(sweep, 1, false));
        assertThat(has(image, Theme.LIGHT.accent())).as("the point").isTrue();
    }

    @Test
    void stoppedRunCanBeDrawn() throws IOException {
        TraceBuilder traceBuilder = TraceBuilder.of("a").enter(0, Phase.WAIT, 0);
        Comparison stopped = finished(3, live("threads", "Threads", traceBuilder.live()));
        assertThat(ReportWriter.picture(report(stopped, 1, false)).getWidth()).isEqualTo(WIDTH);
    }
}
