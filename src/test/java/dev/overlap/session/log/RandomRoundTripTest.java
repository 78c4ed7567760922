package dev.overlap.session.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.testkit.RandomTraces;
import dev.overlap.testkit.TraceSnapshot;
import dev.overlap.trace.Trace;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.Random;

/** A trace that was written and read again is equal in all that its readers return. */
class RandomRoundTripTest {

    private static final int TRACES = 40;
    private static final int SOAK_TRACES = 20_000;

    @Test
    void everyReaderOfARestoredTraceReturnsTheSame() {
        compare(TRACES);
    }

    @Test
    @Tag("soak")
    void everyReaderOfManyRestoredTracesReturnsTheSame() {
        compare(SOAK_TRACES);
    }

    private static void compare(int traces) {
        for (int seed = 0; seed < traces; seed++) {
            Trace trace = RandomTraces.of(new Random(seed));
            long horizon = trace.isFinished() ? trace.horizonNanos() : 1_000_000;

            assertThat(TraceSnapshot.differences(trace, Reopened.trace(trace), horizon))
                    .as("seed %d", seed)
                    .isEmpty();
        }
    }
}
