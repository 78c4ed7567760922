package dev.overlap.report;

import static dev.overlap.testkit.ComparisonBuilder.atOnce;
import static dev.overlap.testkit.ComparisonBuilder.entry;
import static dev.overlap.testkit.ComparisonBuilder.finished;
import static dev.overlap.testkit.ComparisonBuilder.oneByOne;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.comparison.Comparison;
import dev.overlap.comparison.Guesses;
import dev.overlap.comparison.SortOrder;
import dev.overlap.foreign.har.HarReader;
import dev.overlap.session.Recording.RecordedRun;
import dev.overlap.testkit.TraceBuilder;
import dev.overlap.text.run.RunFigureText.LabelledNumber;
import dev.overlap.trace.Phase;
import dev.overlap.trace.Trace;
import dev.overlap.trace.metrics.Statistics;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

class ReportHeaderTest {

    private static final Instant BEGUN =
            LocalDateTime.of(2025, 3, 7, 16, 5).atZone(ZoneId.systemDefault()).toInstant();
    private static final Path ARCHIVE =
            Path.of("src", "test", "resources", "har", "chromium-by-playwright.har");

    private static List<String> names(RunReport report) {
        Trace trace = report.trace();
        return ReportHeader.figures(report, Statistics.of(trace, trace.horizonNanos())).stream()
                .map(LabelledNumber::name)
                .toList();
    }

    @Test
    void ownRunHasItsTimeoutAndWhatIsDerivedFromItsModel() {
        TraceBuilder trace = TraceBuilder.of("lab:/a", "lab:/b");
        trace.enter(0, Phase.WAIT, 0).answered(0, 200, 10);
        trace.enter(1, Phase.WAIT, 0).answered(1, 200, 20);
        RunReport report =
                new RunReport(
                        TraceBuilder.plan("threads", "lab:/a", "lab:/b"),
                        "Threads",
                        BEGUN,
                        trace.finished(),
                        RunReport.Look.DEFAULT);

        assertThat(ReportHeader.settings(report))
                .isEqualTo("2 tasks \u00b7 timeout 10 s \u00b7 7 March 2025, 16:05");
        assertThat(names(report))
                .containsExactly(
                        "Wall time",
                        "Tasks alone, in total",
                        "Speed-up over sequential",
                        "Longest task, alone",
                        "Peak in flight",
                        "Failed");
    }

    @Test
    void runOfAnotherProgramHasNeither() throws IOException {
        RecordedRun run;
        try (InputStream file = Files.newInputStream(ARCHIVE)) {
            run = (RecordedRun) HarReader.read(file).recording();
        }
        RunReport report =
                new RunReport(
                        run.plan(), run.modelName(), BEGUN, run.trace(), RunReport.Look.DEFAULT);

        assertThat(ReportHeader.settings(report)).isEqualTo("9 tasks \u00b7 7 March 2025, 16:05");
        assertThat(names(report)).containsExactly("Wall time", "Peak in flight", "Failed");
    }

    @Test
    void comparisonHasTheNumberOfItsRuns() {
        Comparison three =
                finished(
                        3,
                        entry("sequential", "Sequential", oneByOne(2, 100)),
                        entry("event-loop", "Event loop", atOnce(2, 100)));
        ComparisonReport report =
                new ComparisonReport(
                        three, SortOrder.WALL, Guesses.NONE, BEGUN, RunReport.Look.DEFAULT);

        assertThat(ReportHeader.settings(report))
                .isEqualTo(
                        "1 task \u00b7 median of 3 runs each \u00b7 timeout 10 s \u00b7 7 March"
                                + " 2025, 16:05");
    }
}
