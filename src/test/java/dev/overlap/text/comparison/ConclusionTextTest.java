package dev.overlap.text.comparison;

import static dev.overlap.testkit.ComparisonBuilder.entry;
import static dev.overlap.testkit.ComparisonBuilder.failing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.comparison.Comparison;
import dev.overlap.comparison.VariantResult;
import dev.overlap.testkit.ComparisonBuilder;

import org.junit.jupiter.api.Test;

/** Tests the conclusions of comparisons. */
class ConclusionTextTest {

    private static final String RULE =
            "a difference is clear when the ranges do not overlap and the medians differ by 10 % or"
                    + " more.";
    private static final String THREE_RUNS = " Medians of 3 runs each; " + RULE;
    private static final String ONE_RUN =
            " With one run each there is no spread: a difference of 10 % or more is called clear"
                    + " here, and only more runs can tell it from chance.";

    private static void assertConclusion(String sentences, VariantResult... entries) {
        assertThat(ConclusionText.of(ComparisonBuilder.of(entries))).isEqualTo(sentences);
    }

    @Test
    void fastestGroupIsNamedWithItsSpeedUpAndVariantsLikeSequential() {
        assertConclusion(
                "\"Event loop\" and \"Threads\" were the fastest, 2.5 times as fast as sequential,"
                    + " with no clear difference between them. \"Event loop, blocking call inside\""
                    + " shows no clear difference from sequential."
                        + THREE_RUNS,
                entry("sequential", 1000, 1010, 990),
                entry("threads", 405, 400, 410),
                entry("event-loop", 401, 399, 402),
                entry("blocked-loop", 1005, 1000, 1020));
    }

    @Test
    void speedUpsOfAGroupAreARange() {
        assertConclusion(
                "\"Event loop\" and \"Threads\" were the fastest, 2.3 to 2.5 times as fast as"
                        + " sequential, with no clear difference between them."
                        + THREE_RUNS,
                entry("sequential", 1000, 1010, 990),
                entry("threads", 402, 430, 435),
                entry("event-loop", 401, 399, 402));
    }

    @Test
    void overlappingRangesAreNoClearDifference() {
        assertConclusion(
                "There is no clear difference between \"Threads\" and \"Sequential\"." + THREE_RUNS,
                entry("sequential", 400, 900, 1010),
                entry("threads", 395, 500, 450));
    }

    @Test
    void scatteredVariantIsNotFasterThanOverlappingOnes() {
        assertConclusion(
                "\"Thread pool\" was clearly faster, 1.2 times as fast as sequential."
                        + " \"Threads\" shows no clear difference from sequential."
                        + THREE_RUNS,
                entry("threads", 90, 100, 125),
                entry("thread-pool", 104, 105, 106),
                entry("sequential", 121, 122, 123));
    }

    @Test
    void variantSlowerThanSequentialIsNamed() {
        assertConclusion(
                "Nothing was clearly faster than sequential. \"Threads\" shows no clear difference"
                        + " from sequential. \"Process pool\" was clearly slower than sequential."
                        + THREE_RUNS,
                entry("sequential", 100, 101, 102),
                entry("threads", 102, 103, 104),
                entry("process-pool", 600, 610, 605));
    }

    @Test
    void withoutASequentialRunTheSecondGroupIsTheReference() {
        assertConclusion(
                "\"Event loop\" was the fastest, 2.0 times as fast as the next, \"Thread pool\"."
                        + THREE_RUNS,
                entry("thread-pool", 800, 800, 810),
                entry("event-loop", 400, 400, 402),
                entry("blocked-loop", 1600, 1600, 1600));
    }

    @Test
    void runThatFailedEarlyIsNotFast() {
        assertConclusion(
                "\"Event loop\" was the fastest, 2.5 times as fast as sequential. \"Thread pool\""
                    + " is not ranked, because up to 2 of 3 tasks did not succeed: a run that fails"
                    + " early is not fast."
                        + ONE_RUN,
                entry("sequential", 1000),
                failing("thread-pool", 2, 10),
                entry("event-loop", 400));
    }

    @Test
    void failuresInEveryRunAreReported() {
        assertConclusion(
                "\"Event loop\" was the fastest, 2.5 times as fast as sequential. In every case up"
                    + " to 1 of 3 tasks did not succeed, so the times are those of incomplete runs."
                        + ONE_RUN,
                failing("sequential", 1, 1000),
                failing("event-loop", 1, 400));
    }

    @Test
    void stoppedComparisonCountsItsFinishedRuns() {
        assertConclusion(
                "\"Threads\" was the fastest, 2.0 times as fast as sequential. \"Event"
                        + " loop\" was not measured. Medians of 1 to 2 runs each; "
                        + RULE,
                entry("sequential", 200, 202),
                entry("threads", 100),
                entry("event-loop"));
    }

    @Test
    void groupWithoutASequentialRunIsNamedWithTheSecondGroup() {
        assertConclusion(
                "\"Event loop\" and \"Threads\" were the fastest, with no clear difference between"
                        + " them; 2.0 times as fast as the next, \"Thread pool\"."
                        + ONE_RUN,
                entry("thread-pool", 800),
                entry("threads", 410),
                entry("event-loop", 400));
    }

    @Test
    void singleVariantHasNothingToCompareWith() {
        assertConclusion(
                "\"Event loop\" took 400 ms. There is nothing to compare it with." + ONE_RUN,
                entry("event-loop", 400));
    }

    @Test
    void manyNamesAreAbbreviated() {
        assertThat(
                        ConclusionText.of(
                                ComparisonBuilder.of(
                                        entry("sequential", 1000),
                                        entry("threads", 100),
                                        entry("thread-pool", 101),
                                        entry("virtual-threads", 102),
                                        entry("process-pool", 103),
                                        entry("event-loop", 104),
                                        entry("loop-offload", 105))))
                .startsWith(
                        "\"Threads\", \"Thread pool\", \"Virtual threads\", \"Process pool\" and 2"
                            + " others were the fastest, 9.5 to 10.0 times as fast as sequential,"
                            + " with no clear");
    }

    @Test
    void beforeTheFirstRunHasFinishedThereIsNothingToSay() {
        Comparison begun = ComparisonBuilder.unfinished(entry("sequential"), entry("threads"));
        assertThat(ConclusionText.of(begun)).isEqualTo("Nothing has been measured yet.");
        assertConclusion("Nothing was measured.", entry("sequential"), entry("threads"));
    }
}
