package dev.overlap.trace.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.testkit.TraceBuilder;
import dev.overlap.trace.WorkerTrack.Role;

import org.junit.jupiter.api.Test;

class WorkerCountsTest {

    @Test
    void kindsAreCountedAndNamedInTheOrderOfTheRolesAndOnlyThoseThatOccur() {
        TraceBuilder traceBuilder = TraceBuilder.of("a");
        traceBuilder.addWorker("loop-1", Role.LOOP);
        traceBuilder.addWorker("offload-1", Role.THREAD);
        traceBuilder.addWorker("offload-2", Role.THREAD);
        WorkerCounts workers = WorkerCounts.of(traceBuilder.live());

        assertThat(workers.words((count, word) -> count + " " + word, ", "))
                .isEqualTo("2 thread, 1 loop");
        assertThat(workers.without(Role.THREAD).words((count, word) -> count + word, ", "))
                .isEqualTo("1loop");
        assertThat(workers.of(Role.PROCESS)).isZero();
    }

    @Test
    void onlyThoseCountThatHadBeenHired() {
        TraceBuilder traceBuilder = TraceBuilder.of("a");
        traceBuilder.addWorker("thread-1", Role.THREAD, 0);
        traceBuilder.addWorker("thread-2", Role.THREAD, 20);

        assertThat(WorkerCounts.of(traceBuilder.live(), 0).of(Role.THREAD)).isOne();
        assertThat(WorkerCounts.of(traceBuilder.live(), 19_999_999).of(Role.THREAD)).isOne();
        assertThat(WorkerCounts.of(traceBuilder.live(), 20_000_000).of(Role.THREAD)).isEqualTo(2);
    }

    @Test
    void noWorkersAreNoWords() {
        assertThat(WorkerCounts.of(TraceBuilder.of("a").live()).words((_, word) -> word, ", "))
                .isEmpty();
    }
}
