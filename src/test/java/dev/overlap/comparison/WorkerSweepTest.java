package dev.overlap.comparison;

import static dev.overlap.testkit.ComparisonBuilder.entry;
import static dev.overlap.testkit.ComparisonBuilder.failingWorkers;
import static dev.overlap.testkit.ComparisonBuilder.workers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.overlap.plan.Plan;
import dev.overlap.testkit.ComparisonBuilder;
import dev.overlap.testkit.TraceBuilder;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.stream.Stream;

class WorkerSweepTest {

    private static final String POOL = "thread-pool";

    @Test
    void pointsAreSortedAndTheIdealHalvesWithTwiceTheWorkers() {
        WorkerSweep workerSweep =
                WorkerSweep.of(
                        ComparisonBuilder.of(
                                workers(POOL, 4, 260, 250, 270),
                                workers(POOL, 1, 800, 790, 810),
                                workers(POOL, 2)));
        assertThat(workerSweep.model()).isEqualTo("Thread pool");
        assertThat(workerSweep.points())
                .containsExactly(
                        new WorkerSweep.Point(1, 790_000_000, 800_000_000, 810_000_000, 0),
                        new WorkerSweep.Point(4, 250_000_000, 260_000_000, 270_000_000, 0));
        assertThat(workerSweep.idealNanos(1)).isEqualTo(800_000_000);
        assertThat(workerSweep.idealNanos(4)).isEqualTo(200_000_000);
        assertThat(workerSweep.idealNanos(16)).isEqualTo(50_000_000);
    }

    @Test
    void kneeIsTheLastNumberWithAClearGain() {
        WorkerSweep workerSweep =
                WorkerSweep.of(
                        ComparisonBuilder.of(
                                workers(POOL, 1, 800, 800),
                                workers(POOL, 2, 410, 420),
                                workers(POOL, 4, 405, 425),
                                workers(POOL, 8, 380, 390)));
        assertThat(workerSweep.knee()).isOne();
    }

    @Test
    void twoSmallGainsCountIfClearTogether() {
        WorkerSweep workerSweep =
                WorkerSweep.of(
                        ComparisonBuilder.of(
                                workers(POOL, 1, 800),
                                workers(POOL, 2, 750),
                                workers(POOL, 4, 700)));
        assertThat(workerSweep.knee()).isEqualTo(2);
    }

    @Test
    void numberWithFailedTasksIsNoKnee() {
        WorkerSweep workerSweep =
                WorkerSweep.of(
                        ComparisonBuilder.of(
                                failingWorkers(POOL, 1, 1, 20),
                                workers(POOL, 2, 400),
                                failingWorkers(POOL, 4, 3, 20)));
        assertThat(workerSweep.knee()).isOne();
    }

    @Test
    void sweepWithoutPointsHasNoKnee() {
        assertThat(WorkerSweep.of(ComparisonBuilder.of(workers(POOL, 1))).knee()).isEqualTo(-1);
    }

    @Test
    void comparisonOfModelsIsNotASweep() {
        assertThat(WorkerSweep.is(ComparisonBuilder.of(workers(POOL, 1), workers(POOL, 2))))
                .isTrue();
        assertThat(WorkerSweep.is(ComparisonBuilder.of(entry(POOL, 10)))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    thread-pool  | 1   | 1
                    thread-pool  | 5   | 1,2,4,5
                    thread-pool  | 6   | 1,2,4,6
                    thread-pool  | 8   | 1,2,4,8
                    thread-pool  | 500 | 1,2,4,8,16,32,64
                    process-pool | 500 | 1,2,4,8
                    process-pool | 3   | 1,2,3
                    """)
    void numbersOfWorkersDoubleUntilEveryTaskHasOne(String model, int tasks, String numbers) {
        Plan plan = TraceBuilder.plan(model, "lab:/a x" + tasks);
        List<Integer> expected = Stream.of(numbers.split(",")).map(Integer::valueOf).toList();
        assertThat(WorkerSweep.workersFor(plan)).isEqualTo(expected);
        assertThat(WorkerSweep.choicesFor(plan)).containsAll(expected).isSorted();
        assertThat(WorkerSweep.choicesFor(plan).getLast()).isEqualTo(expected.getLast());
    }

    @Test
    void modelWithoutWorkersIsRejectedNamingOthers() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WorkerSweep.workersFor(TraceBuilder.plan("sequential", "lab:/a")))
                .withMessageStartingWith(
                        "\"Sequential\" has no number of workers to choose, so there is nothing to"
                                + " sweep. Choose one of: thread-pool, ");
    }
}
