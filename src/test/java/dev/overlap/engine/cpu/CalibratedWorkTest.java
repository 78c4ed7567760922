package dev.overlap.engine.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.overlap.engine.task.TaskExecution;
import dev.overlap.plan.Step;
import dev.overlap.plan.StepSequence;
import dev.overlap.plan.Task;
import dev.overlap.testkit.RepeatedTries;
import dev.overlap.trace.Trace;
import dev.overlap.trace.TraceRecorder;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

class CalibratedWorkTest {

    @Test
    void mixesAsXorshiftDoes() {
        long x = 0x9E37_79B9_7F4A_7C15L;
        assertThat(CalibratedWork.mixed(0)).isEqualTo(x);
        x ^= x << 13;
        x ^= x >>> 7;
        x ^= x << 17;
        assertThat(CalibratedWork.mixed(1)).isEqualTo(x);
    }

    @Test
    void everyChunkHasTheKnownResultInterpretedAndCompiled() {
        assertThatCode(
                        () -> {
                            for (int i = 0; i < 20_000; i++) {
                                CalibratedWork.chunk();
                            }
                        })
                .doesNotThrowAnyException();
    }

    @Test
    void paceIsMeasuredOnceAndMakesChunksOfTime() {
        CpuCalibration pace = CpuCalibration.ofThisMachine();

        assertThat(CpuCalibration.ofThisMachine()).isSameAs(pace);
        assertThat(new CpuCalibration(50_000).chunks(Duration.ofMillis(1_200))).isEqualTo(24_000);
        assertThat(new CpuCalibration(50_000_000).chunks(Duration.ofMillis(1))).isOne();
    }

    @Test
    void paceIsThatOfThisMachineNow() {
        double known = CpuCalibration.ofThisMachine().chunkNanos();
        RepeatedTries.holdsOnce(() -> assertThat(chunkNanosNow() / known).isBetween(0.6, 1.6));
    }

    private static double chunkNanosNow() {
        int chunks = 2_000;
        long begin = ThreadCpuTime.nanos();
        for (int i = 0; i < chunks; i++) {
            CalibratedWork.chunk();
        }
        return (double) (ThreadCpuTime.nanos() - begin) / chunks;
    }

    /** The permit is checked between two chunks. */
    @ParameterizedTest
    @ValueSource(ints = {1, 20, 35})
    void aComputationIsAsManyChunksAsItsTimeHolds(int millis) {
        Step.Compute site = new Step.Compute(Duration.ofMillis(millis));
        TraceRecorder recorder = new TraceRecorder(new Trace(List.of(site.label())));
        recorder.begin();
        AtomicLong asked = new AtomicLong();

        boolean whole =
                new ComputeRunner(counting(asked))
                        .run(
                                new TaskExecution(new Task(0, StepSequence.of(site), 0), recorder),
                                site,
                                0,
                                () -> {});

        assertThat(whole).isTrue();
        assertThat(asked.get() + 1)
                .isEqualTo(CpuCalibration.ofThisMachine().chunks(Duration.ofMillis(millis)));
    }

    private static ComputePermit counting(AtomicLong asked) {
        return new ComputePermit() {
            @Override
            public boolean acquire(TaskExecution execution) {
                return FREE.acquire(execution);
            }

            @Override
            public boolean mayContinue(TaskExecution execution) {
                asked.incrementAndGet();
                return FREE.mayContinue(execution);
            }

            @Override
            public void release(TaskExecution execution) {}
        };
    }

    @Test
    void cpuTimeOfAVirtualThreadIsNotKnown() throws Exception {
        assertThat(ThreadCpuTime.nanos()).isPositive();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.submit(ThreadCpuTime::nanos).get()).isEqualTo(-1);
            assertThat(threads.submit(ThreadCpuTime::nanosOrWall).get()).isNotEqualTo(-1);
        }
    }
}
