package dev.overlap.compare;

import static dev.overlap.testkit.Comparisons.entry;
import static dev.overlap.testkit.Comparisons.failingWorkers;
import static dev.overlap.testkit.Comparisons.workers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.overlap.testkit.Comparisons;
import dev.overlap.testkit.Story;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.stream.Stream;

class SweepTest {

    private static final String POOL = "thread-pool";

    @Test
    void pointsRiseAndTheIdealHalvesWithTwiceTheWorkers() {
        Sweep sweep =
                Sweep.of(
                        Comparisons.of(
                                workers(POOL, 4, 260, 250, 270),
                                workers(POOL, 1, 800, 790, 810),
                                workers(POOL, 2)));
        assertThat(sweep.model()).isEqualTo("Thread pool");
        assertThat(sweep.points())
                .containsExactly(
                        new Sweep.Point(1, 790_000_000, 800_000_000, 810_000_000, 0),
                        new Sweep.Point(4, 250_000_000, 260_000_000, 270_000_000, 0));
        assertThat(sweep.idealNanos(1)).isEqualTo(800_000_000);
        assertThat(sweep.idealNanos(4)).isEqualTo(200_000_000);
        assertThat(sweep.idealNanos(16)).isEqualTo(50_000_000);
    }

    @Test
    void kneeIsTheLastNumberThatStillBroughtAClearGain() {
        Sweep sweep =
                Sweep.of(
                        Comparisons.of(
                                workers(POOL, 1, 800, 800),
                                workers(POOL, 2, 410, 420),
                                workers(POOL, 4, 405, 425),
                                workers(POOL, 8, 380, 390)));
        assertThat(sweep.knee()).isOne();
    }

    @Test
    void twoSmallGainsThatMakeAClearOneTogetherCount() {
        Sweep sweep =
                Sweep.of(
                        Comparisons.of(
                                workers(POOL, 1, 800),
                                workers(POOL, 2, 750),
                                workers(POOL, 4, 700)));
        assertThat(sweep.knee()).isEqualTo(2);
    }

    @Test
    void numberAtWhichTasksFailedIsNoKnee() {
        Sweep sweep =
                Sweep.of(
                        Comparisons.of(
                                failingWorkers(POOL, 1, 1, 20),
                                workers(POOL, 2, 400),
                                failingWorkers(POOL, 4, 3, 20)));
        assertThat(sweep.knee()).isOne();
    }

    @Test
    void sweepWithoutPointsHasNoKnee() {
        assertThat(Sweep.of(Comparisons.of(workers(POOL, 1))).knee()).isEqualTo(-1);
    }

    @Test
    void comparisonOfModelsIsNoSweep() {
        assertThat(Sweep.is(Comparisons.of(workers(POOL, 1), workers(POOL, 2)))).isTrue();
        assertThat(Sweep.is(Comparisons.of(entry(POOL, 10)))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "thread-pool, 1, 1",
        "thread-pool, 5, 8",
        "thread-pool, 8, 8",
        "thread-pool, 9, 16",
        "thread-pool, 500, 64",
        "process-pool, 500, 8",
        "process-pool, 3, 4"
    })
    void numbersOfWorkersDoubleUntilEveryTaskHasOne(String model, int tasks, int last) {
        List<Integer> numbers = Sweep.workersFor(Story.plan(model, "lab:/a x" + tasks));
        assertThat(numbers).isEqualTo(Stream.iterate(1, n -> n <= last, n -> n * 2).toList());
    }

    @Test
    void modelWithoutWorkersIsToldInASentenceThatNamesOthers() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sweep.workersFor(Story.plan("sequential", "lab:/a")))
                .withMessageStartingWith(
                        "\"Sequential\" has no number of workers to choose, so there is nothing to"
                                + " sweep. Choose one of: thread-pool, ");
    }
}
