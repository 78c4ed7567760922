package dev.overlap.trace.waits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.testkit.TraceBuilder;
import dev.overlap.trace.Phase;
import dev.overlap.trace.Trace;

import org.junit.jupiter.api.Test;

/** Tests which task's end is named as the cause under a limit on concurrent tasks. */
class ConcurrencyLimitWaitsTest {

    private static final long MILLI = 1_000_000;

    /** Two may run at once: the first three begin one after another, and the last one waits. */
    private static TraceBuilder twoAtOnce() {
        TraceBuilder traceBuilder = TraceBuilder.of("long", "short", "middle", "waits").limit(2);
        traceBuilder.enter(0, Phase.WAIT, 0).enter(1, Phase.WAIT, 0);
        traceBuilder.answered(1, 200, 50).enter(2, Phase.WAIT, 50);
        return traceBuilder;
    }

    @Test
    void roomWasMadeByTheOneThatEndedLastBeforeItWhicheverStandsFirstInTheList() {
        TraceBuilder traceBuilder = twoAtOnce().answered(2, 200, 120).answered(0, 200, 150);
        Trace trace = traceBuilder.enter(3, Phase.WAIT, 150).answered(3, 200, 170).finished();

        assertThat(WaitAnalysis.of(trace, 3, trace.wallNanos()))
                .containsExactly(new Wait.ForPlace(150 * MILLI, true, 2, 0));
    }

    @Test
    void whileItWaitsNobodyHasMadeRoom() {
        Trace trace = twoAtOnce().live();

        assertThat(WaitAnalysis.of(trace, 3, 100 * MILLI))
                .containsExactly(new Wait.ForPlace(100 * MILLI, false, 2, -1));
    }
}
