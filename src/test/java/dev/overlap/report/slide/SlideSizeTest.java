package dev.overlap.report.slide;

import static dev.overlap.testkit.ComparisonBuilder.atOnce;
import static dev.overlap.testkit.ComparisonBuilder.entry;
import static dev.overlap.testkit.ComparisonBuilder.finished;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.comparison.Guesses;
import dev.overlap.comparison.SortOrder;
import dev.overlap.comparison.VariantResult;
import dev.overlap.plan.Plan;
import dev.overlap.plan.Settings;
import dev.overlap.plan.SiteList;
import dev.overlap.render.RowGrouping;
import dev.overlap.report.Aspect;
import dev.overlap.report.ComparisonReport;
import dev.overlap.report.RunReport;
import dev.overlap.report.RunReport.Look;
import dev.overlap.testkit.RecordingSurface;
import dev.overlap.testkit.RecordingSurface.DrawnText;
import dev.overlap.testkit.TraceBuilder;
import dev.overlap.trace.Trace;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Tests the sizes of images, and the list in them. */
class SlideSizeTest {

    private static final Look WIDE = Look.DEFAULT.withAspect(Aspect.WIDE);

    private static Slide slide(int tasks, Look look) {
        return slide(
                IntStream.range(0, tasks)
                        .mapToObj(task -> "lab:/" + task + "\n")
                        .collect(Collectors.joining()),
                tasks,
                look);
    }

    private static Slide slide(String list, int tasks, Look look) {
        TraceBuilder traceBuilder =
                new TraceBuilder(
                        IntStream.range(0, tasks).mapToObj(task -> "lab:/" + task).toList());
        for (int task = 0; task < tasks; task++) {
            traceBuilder.fetch(task, task, task + 2, task + 3, task + 4);
        }
        Trace trace = traceBuilder.finished();
        Plan plan = new Plan(SiteList.parse(list), "event-loop", Settings.DEFAULT);
        return RunSlide.of(
                new RunReport(plan, "Event loop", Instant.EPOCH, trace, look),
                RecordingSurface.METRICS);
    }

    private static RecordingSurface painted(Slide slide) {
        RecordingSurface surface = new RecordingSurface();
        slide.paint(surface, 1);
        return surface;
    }

    private static void assertIsWideAndWhole(Slide slide) {
        assertThat(slide.width() * 9).isEqualTo(slide.height() * 16);
        assertThat(slide.width() * slide.zoom()).isEqualTo(1280);
        assertThat(painted(slide).words())
                .allSatisfy(
                        word -> {
                            assertThat(word.baseline()).isBetween(0.0, slide.height() - 10.0);
                            assertThat(word.left()).isGreaterThan(0);
                        });
    }

    @ParameterizedTest
    @CsvSource({"0, 1280", "1, 1280", "10, 1280", "30, 1664", "500, 2048", "10000, 2048"})
    void wideSlideShowsWhatFitsAndSaysWhatDoesNot(int tasks, int width) {
        for (boolean list : new boolean[] {false, true}) {
            Slide slide = slide(tasks, WIDE.withList(list));
            assertIsWideAndWhole(slide);
            assertThat(slide.width()).isEqualTo(width);
        }
        List<String> texts = painted(slide(tasks, WIDE)).texts();
        assertThat(texts.stream().filter(text -> text.startsWith("lab:/")))
                .as("rows")
                .hasSizeGreaterThanOrEqualTo(Math.min(tasks, 30));
        boolean leavesOut = texts.stream().anyMatch(text -> text.matches("and .* more tasks.*"));
        assertThat(leavesOut).isEqualTo(tasks > 100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"WORKERS", "CONNECTIONS", "RESOURCES"})
    void wideSlideOfOtherRowsIsWhole(RowGrouping rows) {
        assertIsWideAndWhole(slide(40, WIDE.withRows(rows)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 10})
    void wideSlideOfAComparisonIsWhole(int models) throws IOException {
        VariantResult[] entries =
                IntStream.range(0, models)
                        .mapToObj(i -> entry("m" + i, "Model " + i, atOnce(100, 100)))
                        .toArray(VariantResult[]::new);
        for (boolean list : new boolean[] {false, true}) {
            ComparisonReport report =
                    new ComparisonReport(
                            finished(1, entries),
                            SortOrder.WALL,
                            Guesses.NONE,
                            Instant.EPOCH,
                            WIDE.withList(list));
            assertIsWideAndWhole(ComparisonSlide.of(report, RecordingSurface.METRICS));
        }
    }

    @Test
    void naturalSlideHasTheHeightOfItsRows() {
        assertThat(slide(10, Look.DEFAULT).zoom()).isEqualTo(1);
        assertThat(slide(10, Look.DEFAULT).width()).isEqualTo(1280);
        assertThat(slide(20, Look.DEFAULT).height())
                .isGreaterThan(slide(10, Look.DEFAULT).height());
    }

    @Test
    void listShowsTheLinesThatCountWithoutCredentials() {
        String list =
                """
                # a comment
                lab:/first x3   # the first
                off lab:/second

                not a site at all
                https://me:secret@a.example/third
                queue jobs 5
                """;
        assertThat(listOf(slide(list, 3, Look.DEFAULT.withList(true))))
                .containsExactly(
                        "lab:/first x3   # the first",
                        "https://***@a.example/third",
                        "queue jobs 5");
        assertThat(painted(slide(list, 3, Look.DEFAULT)).texts()).doesNotContain("List");
    }

    @Test
    void longListAndLongLinesAreCut() {
        String list = ("lab:/" + "a".repeat(200) + "\n").repeat(99_000);
        Slide slide = slide(list, 3, WIDE.withList(true));
        List<DrawnText> words = painted(slide).words();
        List<String> lines = listOf(slide);
        int shown = lines.size() - 1;

        assertThat(shown).isBetween(10, 40);
        assertThat(lines.getLast()).isEqualTo("and %,d more lines".formatted(99_000 - shown));
        assertThat(lines.getFirst()).contains("\u2026");
        assertThat(words).allSatisfy(word -> assertThat(word.right()).isLessThan(1280));
    }

    private static List<String> listOf(Slide slide) {
        List<DrawnText> words = painted(slide).words();
        double left =
                words.stream()
                        .filter(word -> word.text().equals("List"))
                        .mapToDouble(DrawnText::left)
                        .findFirst()
                        .orElseThrow();
        return words.stream()
                .filter(word -> word.left() == left)
                .map(DrawnText::text)
                .filter(text -> !text.equals("List"))
                .toList();
    }
}
