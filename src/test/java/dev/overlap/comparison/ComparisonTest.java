package dev.overlap.comparison;

import static dev.overlap.testkit.ComparisonBuilder.atOnce;
import static dev.overlap.testkit.ComparisonBuilder.entry;
import static dev.overlap.testkit.ComparisonBuilder.failing;
import static dev.overlap.testkit.ComparisonBuilder.finished;
import static dev.overlap.testkit.ComparisonBuilder.going;
import static dev.overlap.testkit.ComparisonBuilder.oneByOne;
import static dev.overlap.testkit.ComparisonBuilder.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.overlap.testkit.TraceBuilder;
import dev.overlap.trace.FailureKind;
import dev.overlap.trace.Phase;
import dev.overlap.trace.WorkerTrack;
import dev.overlap.trace.metrics.UncontendedTimes;

import org.junit.jupiter.api.Test;

import java.util.Comparator;
import java.util.List;

/** Tests speed-ups of variants. */
class ComparisonTest {

    /** Models waiting for ten pages, each of which is slower the more wait at once. */
    private static final Comparison WITHOUT_SEQUENTIAL =
            finished(
                    1,
                    entry("event-loop", "Event loop", atOnce(10, 840)),
                    entry("threads", "Threads", atOnce(10, 1_300)),
                    entry("virtual-threads", "Virtual threads", atOnce(10, 1_390)));

    private static double derived(Comparison comparison, int entry) {
        return comparison.derivedSpeedUp(comparison.entries().get(entry), comparison.basis());
    }

    @Test
    void allVariantsHaveTheSameBasis() {
        UncontendedTimes basis = WITHOUT_SEQUENTIAL.basis();
        assertThat(basis).isNotNull();
        double sum = basis.sumNanos() / 1e6;
        assertThat(sum).as("the least of each task").isCloseTo(8_391, within(0.01));
        assertThat(derived(WITHOUT_SEQUENTIAL, 0)).isCloseTo(sum / 840, within(0.01));
        assertThat(derived(WITHOUT_SEQUENTIAL, 1)).isCloseTo(sum / 1_300, within(0.01));
        assertThat(derived(WITHOUT_SEQUENTIAL, 2)).isCloseTo(sum / 1_390, within(0.01));
    }

    @Test
    void speedUpsHaveTheOrderOfWallTimes() {
        List<VariantResult> byWall = SortOrder.WALL.of(WITHOUT_SEQUENTIAL);
        List<VariantResult> bySpeedUp =
                WITHOUT_SEQUENTIAL.entries().stream()
                        .sorted(
                                Comparator.comparingDouble(
                                        it ->
                                                -WITHOUT_SEQUENTIAL.derivedSpeedUp(
                                                        it, WITHOUT_SEQUENTIAL.basis())))
                        .toList();
        assertThat(bySpeedUp).isEqualTo(byWall);
    }

    @Test
    void nothingMovesUntilAllRunsAreDone() {
        VariantResult slow = entry("threads", "Threads", atOnce(3, 900));
        VariantResult fast = entry("event-loop", "Event loop", atOnce(3, 400));
        Comparison running = going(2, slow, fast);
        assertThat(SortOrder.WALL.of(running)).containsExactly(slow, fast);
        assertThat(SortOrder.WALL.of(finished(2, slow, fast))).containsExactly(fast, slow);
        assertThat(SortOrder.WALL.of(going(1, slow, fast))).containsExactly(fast, slow);
        assertThat(SortOrder.NAME.of(running)).containsExactly(fast, slow);
    }

    @Test
    void startUpIsLeftOutOfAllFiguresThatHaveAny() {
        TraceBuilder processes = TraceBuilder.of("a", "b", "c");
        for (int task = 0; task < 3; task++) {
            int process = processes.addWorker("process-" + (task + 1), WorkerTrack.Role.PROCESS);
            processes.startUp(process, 0, 500).carriedBy(task, process);
            processes.enter(task, Phase.WAIT, 500).answered(task, 200, 700);
        }
        Comparison whole =
                finished(
                        1,
                        entry("process-pool", "Process pool", processes.finished()),
                        entry("sequential", "Sequential", oneByOne(3, 200)));
        assertThat(whole.hasStartUp()).isTrue();
        assertThat(whole.isWithoutStartUp()).isFalse();
        assertThat(whole.entries().getFirst().medianNanos()).isEqualTo(700_000_000L);

        Comparison without = whole.withoutStartUp();
        assertThat(without.isWithoutStartUp()).isTrue();
        assertThat(without.entries().getFirst().medianNanos()).isEqualTo(200_000_000L);
        assertThat(without.entries().getFirst().leftOutNanos()).isEqualTo(500_000_000L);
        assertThat(without.speedUp(without.entries().getFirst())).isEqualTo(3);
        assertThat(without.entries().getLast()).isEqualTo(whole.entries().getLast());
        assertThat(WITHOUT_SEQUENTIAL.hasStartUp()).isFalse();
        assertThat(WITHOUT_SEQUENTIAL.withoutStartUp()).isEqualTo(WITHOUT_SEQUENTIAL);
    }

    @Test
    void lowerBoundIsNeverAboveAWallTime() {
        Comparison comparison =
                finished(
                        2,
                        entry("threads", "Threads", atOnce(3, 492), atOnce(3, 470)),
                        entry("event-loop", "Event loop", atOnce(3, 460), atOnce(3, 480)));
        UncontendedTimes basis = comparison.basis();
        assertThat(basis).isNotNull();
        assertThat(basis.longestNanos()).isLessThanOrEqualTo(460_000_000L).isPositive();
    }

    @Test
    void nothingIsDerivedBeforeTheFirstRunHasFinished() {
        Comparison none = finished(1, waiting("threads", "Threads"));
        assertThat(none.basis()).isNull();
        assertThat(derived(none, 0)).isNaN();
        assertThat(none.speedUp(none.entries().getFirst())).isNaN();
    }

    @Test
    void runInWhichEverythingFailsIsNotFast() {
        Comparison comparison =
                finished(
                        1,
                        entry("sequential", "Sequential", oneByOne(3, 100)),
                        entry("threads", "Threads", failing(3, 10)),
                        entry("event-loop", "Event loop", atOnce(3, 100)));
        List<VariantResult> entries = comparison.entries();
        assertThat(comparison.speedUp(entries.get(0))).isEqualTo(1);
        assertThat(comparison.speedUp(entries.get(1))).isNaN();
        assertThat(derived(comparison, 1)).isNaN();
        assertThat(comparison.speedUp(entries.get(2))).isEqualTo(3);
    }

    @Test
    void runWithOneMoreFailureIsNotCompared() {
        TraceBuilder traceBuilder = TraceBuilder.of("a", "a", "a");
        for (int task = 0; task < 3; task++) {
            traceBuilder.enter(task, Phase.WAIT, 0);
        }
        traceBuilder.answered(0, 200, 100).answered(1, 200, 100).failed(2, FailureKind.REFUSED, 1);
        Comparison comparison =
                finished(
                        1,
                        entry("sequential", "Sequential", oneByOne(3, 100)),
                        entry("threads", "Threads", traceBuilder.finished()));
        assertThat(comparison.speedUp(comparison.entries().getLast())).isNaN();
        assertThat(derived(comparison, 1)).isNaN();
    }

    @Test
    void noSpeedUpIfEveryRunFails() {
        Comparison comparison =
                finished(
                        1,
                        entry("sequential", "Sequential", failing(3, 300)),
                        entry("threads", "Threads", failing(3, 100)));
        assertThat(comparison.speedUp(comparison.entries().getLast())).isNaN();
        assertThat(derived(comparison, 1)).isNaN();
    }
}
