package dev.overlap.export;

import static dev.overlap.testkit.ComparisonBuilder.entry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.comparison.Guesses;
import dev.overlap.comparison.SortOrder;
import dev.overlap.report.ComparisonReport;
import dev.overlap.report.ReportFormat;
import dev.overlap.report.RunReport;
import dev.overlap.testkit.ComparisonBuilder;
import dev.overlap.testkit.TraceBuilder;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import tools.jackson.databind.json.JsonMapper;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Checks that every format writes its own kind of file, for runs and comparisons. */
class ReportFormatTest {

    private static final RunReport RUN =
            new RunReport(
                    TraceBuilder.plan("threads", "lab:/a", "lab:/b"),
                    "Threads",
                    Instant.EPOCH,
                    TraceBuilder.of("lab:/a", "lab:/b")
                            .answered(0, 200, 10)
                            .answered(1, 200, 20)
                            .finished(),
                    RunReport.Look.DEFAULT);

    private static final ComparisonReport COMPARISON =
            new ComparisonReport(
                    ComparisonBuilder.of(entry("sequential", 100), entry("threads", 50)),
                    SortOrder.WALL,
                    Guesses.NONE,
                    Instant.EPOCH,
                    RunReport.Look.DEFAULT);

    @TempDir private Path folder;

    static List<ReportFormat> formats() {
        return ReportFormats.all();
    }

    private static void assertIsOf(ReportFormat format, byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        switch (format.extension()) {
            case "png" -> assertThat(text).startsWith("\u0089PNG\r\n");
            case "svg" -> assertThat(text).matches("(?s)<svg xmlns=.*</svg>\n");
            case "pdf" -> assertThat(text).startsWith("%PDF-1.").contains("%%EOF");
            case "html" -> assertThat(text).startsWith("<!doctype html>").endsWith("</html>\n");
            case "csv" -> assertThat(text).matches("(?s)(task|model),.*\r\n");
            case "har" -> assertThat(text).startsWith("{\"log\":{\"version\":\"1.2\"");
            case "trace.json" -> assertThat(text).startsWith("{\"displayTimeUnit\":\"ms\"");
            case "trace.json.gz" -> assertThat(text).startsWith("\u001f\u008b");
            case "jsonl" ->
                    assertThat(text.lines())
                            .isNotEmpty()
                            .allSatisfy(
                                    line ->
                                            assertThat(
                                                            JsonMapper.shared()
                                                                    .readTree(line)
                                                                    .isObject())
                                                    .isTrue());
            case "events" -> assertThat(text).startsWith("{\"e\":\"hello\",").endsWith("}\n");
            case "overlap" -> assertThat(text).startsWith("\u001f\u008b");
            default -> throw new AssertionError("what should a " + format.label() + " be?");
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void runAndComparisonAreWrittenAccordingToTheExtension(ReportFormat format) throws IOException {
        Path run = folder.resolve("run." + format.extension());
        Path comparison =
                folder.resolve("COMPARISON." + format.extension().toUpperCase(Locale.ROOT));
        ReportWriter.write(RUN, run);
        ReportWriter.write(COMPARISON, comparison);

        assertIsOf(format, Files.readAllBytes(run));
        assertIsOf(format, Files.readAllBytes(comparison));
        assertThat(ReportFormats.of(run)).isSameAs(format);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void streamIsFlushedButNotClosed(ReportFormat format) throws IOException {
        boolean[] closed = new boolean[1];
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (FlushTrackingStream out = new FlushTrackingStream(bytes, closed)) {
            format.write(RUN, out);
            assertThat(closed[0]).isFalse();
            assertIsOf(format, bytes.toByteArray());
        }
    }

    /** A stream that withholds data until it is flushed. */
    private static final class FlushTrackingStream extends BufferedOutputStream {
        private final boolean[] closed;

        FlushTrackingStream(ByteArrayOutputStream out, boolean[] closed) {
            super(out, 1 << 20);
            this.closed = closed;
        }

        @Override
        public void close() throws IOException {
            closed[0] = true;
            super.close();
        }
    }

    @Test
    void jsonLinesOfARunAreItsTasksAndItsSummary() throws IOException {
        Path file = folder.resolve("run.jsonl");
        ReportWriter.write(RUN, file);

        assertThat(Files.readAllLines(file))
                .containsExactly(
                        JsonLines.task("threads", RUN.trace(), RUN.plan().tasks().get(0)),
                        JsonLines.task("threads", RUN.trace(), RUN.plan().tasks().get(1)),
                        JsonLines.summary(RUN));
    }

    @Test
    void readmeNamesEveryFormat() throws IOException {
        List<String> names =
                ReportFormats.all().stream().map(it -> "`." + it.extension() + "`").toList();
        String list =
                names.subList(0, names.size() - 1).stream().collect(Collectors.joining(", "))
                        + " or "
                        + names.getLast();
        assertThat(Files.readString(Path.of("README.md"))).contains("picks the format: " + list);
    }
}
