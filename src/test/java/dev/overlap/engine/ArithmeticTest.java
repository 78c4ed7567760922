package dev.overlap.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.overlap.plan.Site;
import dev.overlap.plan.Task;
import dev.overlap.testkit.Tries;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Recorder;
import dev.overlap.trace.Trace;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

class ArithmeticTest {

    @Test
    void mixesAsXorshiftDoes() {
        long x = 0x9E37_79B9_7F4A_7C15L;
        assertThat(Arithmetic.mixed(0)).isEqualTo(x);
        x ^= x << 13;
        x ^= x >>> 7;
        x ^= x << 17;
        assertThat(Arithmetic.mixed(1)).isEqualTo(x);
    }

    @Test
    void everyChunkHasTheKnownResultInterpretedAndCompiled() {
        assertThatCode(
                        () -> {
                            for (int i = 0; i < 20_000; i++) {
                                Arithmetic.chunk();
                            }
                        })
                .doesNotThrowAnyException();
    }

    @Test
    void paceIsMeasuredOnceAndMakesChunksOfTime() {
        MachinePace pace = MachinePace.ofThisMachine();

        assertThat(MachinePace.ofThisMachine()).isSameAs(pace);
        assertThat(new MachinePace(50_000).chunks(Duration.ofMillis(1_200))).isEqualTo(24_000);
        assertThat(new MachinePace(50_000_000).chunks(Duration.ofMillis(1))).isOne();
    }

    @Test
    void paceIsThatOfThisMachineNow() {
        double known = MachinePace.ofThisMachine().chunkNanos();
        Tries.holdsOnce(() -> assertThat(chunkNanosNow() / known).isBetween(0.6, 1.6));
    }

    private static double chunkNanosNow() {
        int chunks = 2_000;
        long begin = CpuClock.nanos();
        for (int i = 0; i < chunks; i++) {
            Arithmetic.chunk();
        }
        return (double) (CpuClock.nanos() - begin) / chunks;
    }

    /** Between two chunks it is asked whether to go on. */
    @ParameterizedTest
    @ValueSource(ints = {1, 20, 35})
    void aComputationIsAsManyChunksAsItsTimeHolds(int millis) {
        Site.Compute site = new Site.Compute(Duration.ofMillis(millis));
        Recorder recorder = new Recorder(new Trace(List.of(site.label())));
        recorder.begin();
        AtomicLong asked = new AtomicLong();

        Outcome outcome =
                new Computing(counting(asked)).run(new Carry(new Task(0, site, 0), recorder), site);

        assertThat(outcome).isEqualTo(new Outcome.Computed());
        assertThat(asked.get() + 1)
                .isEqualTo(MachinePace.ofThisMachine().chunks(Duration.ofMillis(millis)));
    }

    private static Turns counting(AtomicLong asked) {
        return new Turns() {
            @Override
            public boolean take(Carry carry) {
                return FREE.take(carry);
            }

            @Override
            public boolean goOn(Carry carry) {
                asked.incrementAndGet();
                return FREE.goOn(carry);
            }

            @Override
            public void giveBack(Carry carry) {}
        };
    }

    @Test
    void cpuTimeOfAVirtualThreadIsNotKnown() throws Exception {
        assertThat(CpuClock.nanos()).isPositive();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.submit(CpuClock::nanos).get()).isEqualTo(-1);
            assertThat(threads.submit(CpuClock::nanosOrWall).get()).isNotEqualTo(-1);
        }
    }
}
