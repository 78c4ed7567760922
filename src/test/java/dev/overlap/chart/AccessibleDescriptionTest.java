package dev.overlap.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.comparison.Guesses;
import dev.overlap.render.RowGrouping;
import dev.overlap.render.comparison.ComparisonFrame;
import dev.overlap.render.timeline.ChartFrame;
import dev.overlap.testkit.ComparisonBuilder;
import dev.overlap.testkit.TraceBuilder;
import dev.overlap.trace.FailureKind;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;
import dev.overlap.trace.WorkerTrack;

import org.junit.jupiter.api.Test;

import java.util.Map;

/** Tests the descriptions of charts for screen readers. */
class AccessibleDescriptionTest {

    @Test
    void tasksAreCountedByOutcome() {
        TraceBuilder traceBuilder = TraceBuilder.of("a", "b", "c", "d", "e", "f");
        for (int task = 0; task < 6; task++) {
            traceBuilder.enter(task, Phase.WAIT, 0);
        }
        traceBuilder.answered(0, 200, 100).answered(1, 503, 110).failed(2, FailureKind.RESET, 120);
        traceBuilder.end(3, new Outcome.Cancelled(), 120).end(4, new Outcome.Computed(), 200);
        traceBuilder.end(5, new Outcome.Done(), 150);
        assertThat(AccessibleDescription.of(ChartFrame.of(traceBuilder.finished())))
                .isEqualTo(
                        "Timeline of 6 tasks, finished in 200 ms: 2 answered, 1 computed, 1 done,"
                                + " 1 failed, 1 cancelled, at most 6 in flight at once.");
    }

    @Test
    void missingOutcomesAreOmittedExceptFailures() {
        TraceBuilder traceBuilder =
                TraceBuilder.of("a").enter(0, Phase.WAIT, 0).answered(0, 200, 100);
        assertThat(AccessibleDescription.of(ChartFrame.of(traceBuilder.finished())))
                .isEqualTo(
                        "Timeline of 1 task, finished in 100 ms: 1 answered, 0 failed, at most 1"
                                + " in flight at once.");
    }

    @Test
    void runInProgressHasNoEnd() {
        TraceBuilder traceBuilder =
                TraceBuilder.of("a", "b").enter(0, Phase.WAIT, 0).enter(1, Phase.WAIT, 0);
        traceBuilder.answered(0, 200, 0);
        assertThat(AccessibleDescription.of(ChartFrame.of(traceBuilder.live())))
                .isEqualTo("Timeline of 2 tasks, running: 1 answered, 0 failed.");
    }

    @Test
    void rowsAreDescribedIfTheyAreNotTasks() {
        TraceBuilder traceBuilder = TraceBuilder.of("a").enter(0, Phase.WAIT, 0);
        traceBuilder.addWorker("thread-1", WorkerTrack.Role.THREAD);
        traceBuilder.addWorker("thread-2", WorkerTrack.Role.THREAD);
        ChartFrame frame = ChartFrame.of(traceBuilder.answered(0, 200, 100).finished());
        assertThat(AccessibleDescription.of(frame.groupedBy(RowGrouping.WORKERS)))
                .endsWith(" Rows by worker: 2 workers.");
        assertThat(AccessibleDescription.of(frame.groupedBy(RowGrouping.CONNECTIONS)))
                .endsWith(" Rows by connection: 0 connections.");
    }

    @Test
    void comparisonIsDescribedWithGuessesAndUnmeasuredVariants() {
        ComparisonFrame shown =
                ComparisonFrame.of(
                                ComparisonBuilder.unfinished(
                                        ComparisonBuilder.entry("threads", 400),
                                        ComparisonBuilder.entry("sequential")))
                        .guessing(new Guesses(Map.of("threads", 800_000_000L)));
        assertThat(AccessibleDescription.of(shown))
                .isEqualTo(
                        "Comparison of 2 ways to run the list. Threads: 400 ms, guess 800 ms:"
                                + " 2.0 \u00d7 too long; Sequential: waits for its turn.");
    }
}
