package dev.overlap.trace.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.testkit.TraceBuilder;
import dev.overlap.trace.ResourceTrack;
import dev.overlap.trace.Trace;
import dev.overlap.trace.WorkerTrack.Role;
import dev.overlap.trace.metrics.LostUpdates.LostUpdate;

import org.junit.jupiter.api.Test;

import java.util.List;

class LostUpdatesTest {

    private final TraceBuilder builder = TraceBuilder.of("a", "b", "c");
    private final int counter = builder.addResource("hits", ResourceTrack.Type.COUNTER, 1);

    private List<LostUpdate> found() {
        Trace trace = builder.live();
        return LostUpdates.of(trace, trace.resource(counter));
    }

    @Test
    void writeOfAStaleReadSwallowsTheWriteInBetween() {
        builder.read(counter, 0, 0, 10).read(counter, 1, 0, 20);
        builder.write(counter, 0, 1, 30).write(counter, 1, 1, 40);
        assertThat(found()).containsExactly(new LostUpdate(1, 3, 2));
    }

    @Test
    void incrementsOneAfterAnotherLoseNothing() {
        for (int i = 0; i < 6; i++) {
            builder.read(counter, i % 3, i, 10 * i).write(counter, i % 3, i + 1, 10 * i + 5);
        }
        assertThat(found()).isEmpty();
    }

    @Test
    void eachStaleWriteOfThreeSwallowsTheOneBefore() {
        builder.read(counter, 0, 0, 1).read(counter, 1, 0, 2).read(counter, 2, 0, 3);
        builder.write(counter, 0, 1, 4).write(counter, 1, 1, 5).write(counter, 2, 1, 6);
        assertThat(found()).containsExactly(new LostUpdate(1, 4, 3), new LostUpdate(2, 5, 4));
    }

    /** Two threads may record a write and the read that has seen it in the wrong order. */
    @Test
    void aReadThatHasTheValueOfTheWriteRecordedAfterItIsNotStale() {
        builder.read(counter, 0, 0, 1).read(counter, 1, 1, 2);
        builder.write(counter, 0, 1, 3).write(counter, 1, 2, 4);
        assertThat(found()).isEmpty();
    }

    @Test
    void oneStaleWriteMaySwallowSeveral() {
        builder.read(counter, 0, 0, 1);
        builder.read(counter, 1, 0, 2).write(counter, 1, 1, 3);
        builder.read(counter, 1, 1, 4).write(counter, 1, 2, 5);
        builder.write(counter, 0, 1, 6);
        assertThat(found()).containsExactly(new LostUpdate(0, 5, 4));
    }

    @Test
    void processesDoNotShareMemoryAndLoseNothing() {
        builder.carriedBy(0, builder.addWorker("process-1", Role.PROCESS));
        builder.carriedBy(1, builder.addWorker("process-2", Role.PROCESS));
        builder.read(counter, 0, 0, 10).read(counter, 1, 0, 20);
        builder.write(counter, 0, 1, 30).write(counter, 1, 1, 40);
        assertThat(found()).isEmpty();
    }

    @Test
    void threadsOfOneProgramShareIt() {
        builder.carriedBy(0, builder.addWorker("thread-1", Role.THREAD));
        builder.carriedBy(1, builder.addWorker("thread-2", Role.THREAD));
        builder.read(counter, 0, 0, 10).read(counter, 1, 0, 20);
        builder.write(counter, 0, 1, 30).write(counter, 1, 1, 40);
        assertThat(found()).hasSize(1);
    }
}
