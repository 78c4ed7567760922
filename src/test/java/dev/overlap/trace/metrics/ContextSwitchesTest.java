package dev.overlap.trace.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.testkit.TraceBuilder;
import dev.overlap.trace.Trace;
import dev.overlap.trace.WorkerTrack.Role;

import org.junit.jupiter.api.Test;

class ContextSwitchesTest {

    private static final long MILLI = 1_000_000;

    @Test
    void eachStepOfATaskOnTheLoopHandsItOverOnceItIsOver() {
        TraceBuilder traceBuilder = TraceBuilder.of("a", "b");
        int loop = traceBuilder.addWorker("loop-1", Role.LOOP);
        traceBuilder
                .busy(loop, 0, 1, 2)
                .busy(loop, -1, 3, 4)
                .busy(loop, 1, 5, 6)
                .busy(loop, 0, 7, 9);
        Trace trace = traceBuilder.live();

        assertThat(ContextSwitches.of(trace, 8 * MILLI).voluntary()).isEqualTo(2);
        assertThat(ContextSwitches.of(trace, 9 * MILLI).voluntary()).isEqualTo(3);
    }

    @Test
    void threadsHandNothingOverByChoiceAndTheirSwitchesAreUnknownUntilTheSystemTells() {
        TraceBuilder traceBuilder = TraceBuilder.of("a");
        int first = traceBuilder.addWorker("thread-1", Role.THREAD);
        int second = traceBuilder.addWorker("thread-2", Role.THREAD);
        traceBuilder.busy(first, 0, 1, 2);
        Trace trace = traceBuilder.live();

        assertThat(ContextSwitches.of(trace, 9 * MILLI))
                .isEqualTo(new ContextSwitches(0, ContextSwitches.UNKNOWN));
        trace.worker(first).forced(3);
        assertThat(ContextSwitches.of(trace, 9 * MILLI)).isEqualTo(new ContextSwitches(0, 3));
        trace.worker(second).forced(4);
        assertThat(ContextSwitches.of(trace, 9 * MILLI)).isEqualTo(new ContextSwitches(0, 7));
    }
}
