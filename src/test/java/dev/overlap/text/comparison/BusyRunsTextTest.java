package dev.overlap.text.comparison;

import static dev.overlap.testkit.ComparisonBuilder.entry;
import static dev.overlap.testkit.ComparisonBuilder.late;
import static dev.overlap.testkit.ComparisonBuilder.oneByOne;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.testkit.ComparisonBuilder;

import org.junit.jupiter.api.Test;

/** Tests what is said of a comparison on a busy machine. */
class BusyRunsTextTest {

    @Test
    void runsOnABusyMachineAreCountedWithTheLongestDelay() {
        assertThat(
                        BusyRunsText.of(
                                ComparisonBuilder.of(
                                        entry("sequential", "Sequential", oneByOne(1, 200), late()),
                                        entry("threads", "Threads", oneByOne(1, 200)))))
                .isEqualTo("This machine was busy in 1 of 3 runs: replies came up to 143 ms late.");
    }

    @Test
    void quietMachineIsNotMentioned() {
        assertThat(BusyRunsText.of(ComparisonBuilder.of(entry("threads", 200, 210)))).isEmpty();
        assertThat(BusyRunsText.of(ComparisonBuilder.of(entry("threads")))).isEmpty();
    }
}
