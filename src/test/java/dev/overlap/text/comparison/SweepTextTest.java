package dev.overlap.text.comparison;

import static dev.overlap.testkit.ComparisonBuilder.failingWorkers;
import static dev.overlap.testkit.ComparisonBuilder.workers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.comparison.VariantResult;
import dev.overlap.testkit.ComparisonBuilder;

import org.junit.jupiter.api.Test;

/** Tests the conclusions of sweeps, through the entry point for all comparisons. */
class SweepTextTest {

    private static final String POOL = "thread-pool";

    private static void assertConclusion(String begin, VariantResult... entries) {
        assertThat(ConclusionText.of(ComparisonBuilder.of(entries))).startsWith(begin);
    }

    @Test
    void kneeIsNamedWithItsSpeedUpAndWhatFollows() {
        assertConclusion(
                "\"Thread pool\" gained clearly up to 2 workers, 1.9 times as fast as with 1 (ideal"
                        + " would be 2.0); more brought no clear gain. With 8 and 16 it was clearly"
                        + " slower again. Medians of 2 runs each; ",
                workers(POOL, 1, 800, 800),
                workers(POOL, 2, 415, 420),
                workers(POOL, 4, 405, 430),
                workers(POOL, 8, 500, 510),
                workers(POOL, 16, 600, 610));
    }

    @Test
    void gainUpToTheLastNumberExplainsTheEnd() {
        assertConclusion(
                "\"Thread pool\" gained clearly up to 2 workers, 2.0 times as fast as with 1 (ideal"
                        + " would be 2.0); more were not tried. With one run each",
                workers(POOL, 1, 800),
                workers(POOL, 2, 400));
        assertConclusion(
                "\"Thread pool\" gained clearly up to 3 workers, 2.7 times as fast as with 1 (ideal"
                        + " would be 3.0); more would have nothing to do, with 3 tasks.",
                workers(POOL, 1, 800),
                workers(POOL, 4, 300));
    }

    @Test
    void numbersThatLimitTasksAreNoWorkers() {
        assertConclusion(
                "\"Event loop\" gained clearly up to 3 at once, 2.7 times as fast as with 1 (ideal"
                        + " would be 3.0); more there are not, with 3 tasks.",
                workers("event-loop", 1, 800),
                workers("event-loop", 4, 300));
        assertConclusion(
                "\"Event loop\" did not gain clearly from more tasks at once than 1.",
                workers("event-loop", 1, 800, 801),
                workers("event-loop", 2, 790, 800));
    }

    @Test
    void missingGainIsReported() {
        assertConclusion(
                "\"Thread pool\" did not gain clearly from more workers than 1. Medians",
                workers(POOL, 1, 800, 801),
                workers(POOL, 2, 790, 800));
    }

    @Test
    void numberWithFailedTasksIsExcluded() {
        assertConclusion(
                "\"Thread pool\" took 800 ms with 1 worker. With 2 up to 3 of 3 tasks did not"
                        + " succeed, so that is left out: a run that fails early is not fast.",
                workers(POOL, 1, 800),
                failingWorkers(POOL, 2, 3, 10));
    }

    @Test
    void beforeTheFirstRunHasFinishedThereIsNothingToSay() {
        assertThat(ConclusionText.of(ComparisonBuilder.unfinished(workers(POOL, 1))))
                .isEqualTo("Nothing has been measured yet.");
    }
}
