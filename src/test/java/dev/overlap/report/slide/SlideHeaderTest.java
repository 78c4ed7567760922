package dev.overlap.report.slide;

import static dev.overlap.testkit.ComparisonBuilder.atOnce;
import static dev.overlap.testkit.ComparisonBuilder.entry;
import static dev.overlap.testkit.ComparisonBuilder.finished;
import static dev.overlap.testkit.ComparisonBuilder.oneByOne;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.comparison.Comparison;
import dev.overlap.comparison.Guesses;
import dev.overlap.comparison.SortOrder;
import dev.overlap.plan.Plan;
import dev.overlap.render.Theme;
import dev.overlap.report.ComparisonReport;
import dev.overlap.report.RunReport;
import dev.overlap.testkit.ComparisonBuilder;
import dev.overlap.testkit.RecordingSurface;
import dev.overlap.testkit.RecordingSurface.DrawnText;
import dev.overlap.testkit.TraceBuilder;
import dev.overlap.trace.FailureKind;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;
import dev.overlap.trace.Trace;
import dev.overlap.trace.WorkerTrack;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tests the header above the chart of an image. */
class SlideHeaderTest {

    private static final String[] SITES = {"lab:/a", "lab:/b", "lab:/c", "lab:/d"};
    private static final Instant BEGUN =
            LocalDateTime.of(2025, 3, 7, 16, 5).atZone(ZoneId.systemDefault()).toInstant();

    private final RecordingSurface surface = new RecordingSurface();

    /**
     * Wall time 400 ms, work 800 ms, the longest task 380 ms, four at once; two did not succeed.
     */
    private static Trace run() {
        TraceBuilder traceBuilder = TraceBuilder.of(SITES);
        int one = traceBuilder.addWorker("thread-1", WorkerTrack.Role.THREAD);
        int two = traceBuilder.addWorker("thread-2", WorkerTrack.Role.THREAD);
        traceBuilder.carriedBy(0, one).carriedBy(1, two);
        traceBuilder.enter(0, Phase.WAIT, 20).enter(1, Phase.WAIT, 20).enter(2, Phase.WAIT, 30);
        traceBuilder.answered(0, 200, 120).failed(1, FailureKind.RESET, 240);
        traceBuilder.end(2, new Outcome.Cancelled(), 130).enter(3, Phase.WAIT, 20);
        return traceBuilder.answered(3, 200, 400).finished();
    }

    private Map<String, String> cells(Trace trace, boolean dark) throws IOException {
        Plan plan = TraceBuilder.plan("threads", SITES);
        RunReport.Look look = new RunReport.Look(2, dark, RunReport.Look.DEFAULT.rows());
        RunReport report = new RunReport(plan, "Threads", BEGUN, trace, look);
        ((RunSlide) RunSlide.of(report, AwtTextMetrics.load())).header(surface);
        return numbersByName();
    }

    /** Each number is directly below its name. */
    private Map<String, String> numbersByName() {
        Map<String, String> numbers = new HashMap<>();
        for (DrawnText name : surface.words()) {
            surface.words().stream()
                    .filter(it -> it.left() == name.left())
                    .filter(it -> it.baseline() - name.baseline() == 21)
                    .forEach(it -> numbers.put(name.text(), it.text()));
        }
        return numbers;
    }

    @Test
    void headerSaysWhatWasMeasuredAndThatTheMachineWasBusy() throws IOException {
        Trace trace = ComparisonBuilder.late();
        Plan plan = TraceBuilder.plan("threads", "lab:/a");
        RunReport report =
                new RunReport(plan, "Threads", BEGUN, trace, RunReport.Look.DEFAULT)
                        .withMeasuredSpeedUp(3);
        ((RunSlide) RunSlide.of(report, AwtTextMetrics.load())).header(surface);

        assertThat(numbersByName())
                .containsEntry("Speed-up over sequential", "3.0 \u00d7 (measured)");
        DrawnText warning = surface.words().getLast();
        assertThat(warning.text())
                .isEqualTo("This machine was busy: replies came up to 143 ms late.");
        assertThat(warning.baseline()).isGreaterThan(121);
    }

    @Test
    void everyNumberIsBelowItsName() throws IOException {
        TraceBuilder traceBuilder = TraceBuilder.of(SITES);
        double[] ends = {100, 200, 150, 400};
        for (int task = 0; task < 4; task++) {
            traceBuilder.enter(task, Phase.WAIT, 0).answered(task, 200, ends[task]);
        }
        assertThat(cells(traceBuilder.finished(), false))
                .containsEntry("Wall time", "400 ms")
                .containsEntry("Tasks alone, in total", "850 ms")
                .containsEntry("Speed-up over sequential", "\u2248 2.1 \u00d7 (derived)")
                .containsEntry("Longest task, alone", "400 ms")
                .containsEntry("Peak in flight", "4")
                .containsEntry("Failed", "0 of 4");
    }

    @Test
    void unknownValueIsADash() throws IOException {
        assertThat(cells(run(), false))
                .containsEntry("Wall time", "400 ms")
                .containsEntry("Tasks alone, in total", "\u2013")
                .containsEntry("Speed-up over sequential", "\u2013");
    }

    @Test
    void cancelledTasksAreCountedBesideTheFailedOnes() throws IOException {
        assertThat(cells(run(), false)).containsEntry("Failed", "1 of 4, 1 cancelled");
        TraceBuilder traceBuilder = TraceBuilder.of(SITES);
        for (int task = 0; task < 4; task++) {
            traceBuilder.enter(task, Phase.WAIT, 0).end(task, new Outcome.Cancelled(), 100);
        }
        surface.words().clear();
        assertThat(cells(traceBuilder.finished(), false))
                .containsEntry("Failed", "0 of 4, 4 cancelled");
    }

    @Test
    void headerContainsModelWorkersTasksTimeoutAndDate() throws IOException {
        cells(run(), false);
        assertThat(surface.texts())
                .startsWith(
                        "Threads",
                        "2 threads \u00b7 4 tasks \u00b7 timeout 10 s \u00b7 7 March 2025, 16:05",
                        "Overlap");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void coloursBelongToTheTheme(boolean dark) throws IOException {
        Theme theme = dark ? Theme.DARK : Theme.LIGHT;
        cells(run(), dark);
        assertThat(surface.colours()).containsExactlyInAnyOrder(theme.text(), theme.quietText());
        assertThat(surface.word("Threads").argb()).isEqualTo(theme.text());
        assertThat(surface.word("400 ms").argb()).isEqualTo(theme.text());
    }

    private List<String> header(Comparison comparison, boolean dark) throws IOException {
        RunReport.Look look = new RunReport.Look(2, dark, RunReport.Look.DEFAULT.rows());
        ComparisonReport report =
                new ComparisonReport(comparison, SortOrder.WALL, Guesses.NONE, BEGUN, look);
        ((ComparisonSlide) ComparisonSlide.of(report, AwtTextMetrics.load())).header(surface);
        return surface.texts();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void headerOfAComparisonContainsItsModelsAndRuns(boolean dark) throws IOException {
        Comparison two =
                finished(
                        3,
                        entry("sequential", "Sequential", oneByOne(1, 100)),
                        entry("event-loop", "Event loop", atOnce(1, 100)));
        assertThat(header(two, dark))
                .containsExactly(
                        "One list under 2 models",
                        "1 task \u00b7 median of 3 runs each \u00b7 timeout 10 s \u00b7 7 March"
                                + " 2025, 16:05",
                        "Overlap");
        Theme theme = dark ? Theme.DARK : Theme.LIGHT;
        assertThat(surface.colours()).containsExactlyInAnyOrder(theme.text(), theme.quietText());
    }

    @Test
    void headerOfAComparisonSaysThatTheMachineWasBusy() throws IOException {
        Comparison late =
                finished(
                        1,
                        entry("sequential", "Sequential", ComparisonBuilder.late()),
                        entry("event-loop", "Event loop", atOnce(1, 100)));
        assertThat(header(late, false).getLast())
                .isEqualTo("This machine was busy in 1 of 2 runs: replies came up to 143 ms late.");
        assertThat(surface.words().getLast().argb()).isEqualTo(Theme.LIGHT.warning());
    }

    @Test
    void headerOfASweepContainsItsModel() throws IOException {
        Comparison sweep =
                ComparisonBuilder.of(
                        ComparisonBuilder.workers("thread-pool", 1, 300),
                        ComparisonBuilder.workers("thread-pool", 2, 150));
        assertThat(header(sweep, false))
                .startsWith(
                        "\"Thread pool\": how many workers?",
                        "3 tasks \u00b7 1 run each \u00b7 timeout 10 s \u00b7 7 March 2025, 16:05");
    }
}
