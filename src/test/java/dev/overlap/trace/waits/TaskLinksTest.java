package dev.overlap.trace.waits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.overlap.testkit.TraceBuilder;
import dev.overlap.trace.Phase;
import dev.overlap.trace.ResourceTrack;
import dev.overlap.trace.Trace;
import dev.overlap.trace.WorkerTrack;
import dev.overlap.trace.waits.TaskLink.Cause;

import org.junit.jupiter.api.Test;

import java.util.List;

class TaskLinksTest {

    private static final long MILLI = 1_000_000;

    private static List<TaskLink> links(Trace trace, int task) {
        return TaskLinks.of(trace, task, trace.horizonNanos());
    }

    @Test
    void loopIsHeldByTheTaskThatComputed() {
        TraceBuilder builder = TraceBuilder.of("cpu:100ms", "a");
        int loop = builder.addWorker("loop-1", WorkerTrack.Role.LOOP);
        builder.carriedBy(0, loop).carriedBy(1, loop).busy(loop, 0, 1, 100);
        builder.enter(0, Phase.COMPUTE, 1).enter(1, Phase.READY, 1).answered(0, 200, 100);
        builder.busy(loop, 1, 100, 101).enter(1, Phase.WAIT, 100).answered(1, 200, 150);

        assertThat(links(builder.finished(), 1))
                .containsExactly(
                        new TaskLink(Cause.WORKER, loop, 100 * MILLI, 0),
                        new TaskLink(Cause.LOOP, 0, 100 * MILLI, 99 * MILLI));
    }

    @Test
    void connectionComesFromTheTaskThatUsedItBefore() {
        TraceBuilder builder = TraceBuilder.of("a", "b");
        builder.exchange(0, "c-1", 0, 100).answered(0, 200, 100);
        builder.exchange(1, "c-1", 150, 300).answered(1, 200, 300);
        Trace trace = builder.finished();

        assertThat(links(trace, 0)).isEmpty();
        assertThat(links(trace, 1))
                .containsExactly(new TaskLink(Cause.CONNECTION, 0, 150 * MILLI, 0));
        assertThat(TaskLinks.of(trace, 1, 149 * MILLI)).as("not known yet").isEmpty();
    }

    @Test
    void onlyThreadIsFreedByTheTaskBefore() {
        TraceBuilder builder = TraceBuilder.of("a", "b");
        int thread = builder.addWorker("thread-1", WorkerTrack.Role.THREAD);
        for (int task = 0; task < 2; task++) {
            double from = task * 200 + 0.2;
            builder.busy(thread, task, from, task * 200 + 200).carriedBy(task, thread);
            builder.enter(task, Phase.WAIT, from).answered(task, 200, task * 200 + 200);
        }

        assertThat(links(builder.finished(), 1))
                .extracting(TaskLink::cause, TaskLink::from)
                .containsExactly(tuple(Cause.WORKER, thread), tuple(Cause.WORKER_FREED, 0));
    }

    @Test
    void lockIsHeldByAnotherTaskAndNeverByItself() {
        TraceBuilder builder = TraceBuilder.of("a", "b");
        int lock = builder.addResource("account", ResourceTrack.Type.LOCK, 1);
        builder.hold(lock, 0, 0, 0, 200).hold(lock, 1, 50, 200, 400);
        builder.enter(1, Phase.BLOCKED, 50).enter(1, Phase.WAIT, 200);
        builder.answered(0, 200, 200).answered(1, 200, 400);
        Trace trace = builder.finished();

        assertThat(links(trace, 1))
                .containsExactly(new TaskLink(Cause.RESOURCE, 0, 200 * MILLI, 150 * MILLI));
        assertThat(links(trace, 0)).isEmpty();
    }
}
