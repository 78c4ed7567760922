package dev.overlap.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.Executors;

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
        assertThat(pace.chunkNanos()).isBetween(1_000.0, 10_000_000.0);
        assertThat(new MachinePace(50_000).chunks(Duration.ofMillis(1_200))).isEqualTo(24_000);
        assertThat(new MachinePace(50_000_000).chunks(Duration.ofMillis(1))).isOne();
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
