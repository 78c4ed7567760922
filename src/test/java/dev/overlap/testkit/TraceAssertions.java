package dev.overlap.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;
import dev.overlap.trace.WorkerTrack;

import java.util.ArrayList;
import java.util.List;

/** Queries and assertions on traces. */
public final class TraceAssertions {

    private TraceAssertions() {}

    /** Returns the phases of a task in order, repeats included. */
    public static List<Phase> phases(Trace trace, int task) {
        TaskTrack track = trace.task(task);
        List<Phase> phases = new ArrayList<>();
        for (int segment = 0; segment < track.segments(); segment++) {
            phases.add(track.phase(segment));
        }
        return phases;
    }

    /** Returns the milliseconds that a task spent in a phase. */
    public static double millis(Trace trace, int task, Phase phase) {
        return trace.task(task).nanosIn(phase, trace.horizonNanos()) / 1e6;
    }

    /** Returns the current or last phase of a task; null before time zero. */
    public static Phase now(Trace trace, int task) {
        int segments = trace.task(task).segments();
        return segments == 0 ? null : trace.task(task).phase(segments - 1);
    }

    /** Returns the number of unfinished tasks in a phase. */
    public static long inPhase(Trace trace, Phase phase) {
        return trace.tasks().stream()
                .filter(task -> task.outcome() == null && now(trace, task.index()) == phase)
                .count();
    }

    /** Waits until a live task is in a phase. */
    public static void awaitPhase(Trace trace, int task, Phase phase) {
        Eventually.holds("task " + task + " is in " + phase, () -> now(trace, task) == phase);
    }

    /** Returns the failure of a task; fails if it did not fail. */
    public static Outcome.Failed failed(Trace trace, int task) {
        assertThat(trace.task(task).outcome())
                .as("task %s %s", task, trace.task(task).label())
                .isInstanceOf(Outcome.Failed.class);
        return (Outcome.Failed) trace.task(task).outcome();
    }

    public static void assertAnswered(Trace trace, int task) {
        assertThat(trace.task(task).outcome())
                .as("task %s %s", task, trace.task(task).label())
                .isInstanceOf(Outcome.Answered.class);
    }

    public static void assertAllAnswered(Trace trace) {
        trace.tasks().forEach(task -> assertAnswered(trace, task.index()));
    }

    /**
     * Asserts that an interval, given by two {@link System#nanoTime()} readings, lies entirely
     * within one phase of a task.
     */
    public static void assertWithin(Trace trace, int task, Phase phase, long from, long to) {
        TaskTrack track = trace.task(task);
        int segment = track.segmentAt(trace.sinceZero(from));
        assertThat(segment).as("task %s had begun", task).isNotNegative();
        assertThat(track.phase(segment))
                .as("phase of task %s then, of %s", task, phases(trace, task))
                .isEqualTo(phase);
        assertThat(track.end(segment))
                .as("end of %s of task %s", phase, task)
                .isGreaterThanOrEqualTo(trace.sinceZero(to));
    }

    /** Returns the largest number of tasks that were in a phase at the same time. */
    public static int atOnce(Trace trace, Phase phase) {
        List<long[]> changes = new ArrayList<>();
        for (TaskTrack task : trace.tasks()) {
            for (int segment = 0; segment < task.segments(); segment++) {
                if (task.phase(segment) == phase) {
                    changes.add(new long[] {task.begin(segment), 1});
                    changes.add(new long[] {task.end(segment), -1});
                }
            }
        }
        // an end and a begin at the same instant do not overlap: ends count first
        changes.sort((a, b) -> a[0] != b[0] ? Long.compare(a[0], b[0]) : Long.compare(a[1], b[1]));
        int now = 0;
        int most = 0;
        for (long[] change : changes) {
            now += (int) change[1];
            most = Math.max(most, now);
        }
        return most;
    }

    /** Asserts the invariants of every finished trace. */
    public static void assertSound(Trace trace) {
        assertThat(trace.isFinished()).as("finished").isTrue();
        assertThat(trace.ended())
                .as("every task ends exactly once")
                .isEqualTo(trace.tasks().size());
        for (TaskTrack task : trace.tasks()) {
            assertTiles(task, trace.wallNanos());
        }
        for (WorkerTrack worker : trace.workers()) {
            assertOneAtATime(worker);
        }
        trace.resources().forEach(ResourceAssertions::assertSound);
    }

    private static void assertTiles(TaskTrack task, long wall) {
        String name = "task " + task.index() + " " + task.label();
        assertThat(task.outcome()).as(name + " has an outcome").isNotNull();
        assertThat(task.segments()).as(name + " was created").isPositive();
        assertThat(task.begin(0)).as(name + " begins at time zero").isZero();
        assertThat(task.endNanos()).as(name + " ends within the run").isBetween(0L, wall);
        for (int segment = 0; segment < task.segments(); segment++) {
            assertThat(task.end(segment))
                    .as(name + " never goes back in time")
                    .isGreaterThanOrEqualTo(task.begin(segment));
        }
        assertThat(task.end(task.segments() - 1))
                .as(name + " ends once")
                .isEqualTo(task.endNanos());
    }

    private static void assertOneAtATime(WorkerTrack worker) {
        long before = 0;
        for (int slice = 0; slice < worker.slices(); slice++) {
            String name = worker.name() + " slice " + slice;
            assertThat(worker.begin(slice))
                    .as(name + " begins after the last")
                    .isGreaterThanOrEqualTo(before);
            assertThat(worker.end(slice)).as(name + " is over").isNotEqualTo(TaskTrack.OPEN);
            before = worker.end(slice);
        }
    }
}
