package dev.overlap.trace;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The instants of a finished run at which anything changed: a task entered a phase or ended, or a
 * worker's busy slice began. What happened at the same nanosecond is one event. A run of ten
 * thousand tasks has about a hundred thousand of them.
 *
 * <p>To gather them costs a look at every phase and every slice, and a sort: some tens of
 * milliseconds for ten thousand tasks. To go from one to the next is a binary search. To tell what
 * changed at one is a binary search in every task and every worker, which is why nobody keeps it.
 *
 * <p>Threads: immutable, as is the trace of a run that is over.
 */
public final class ChangeIndex {

    /** There is no such event. */
    public static final long NONE = -1;

    private final Trace trace;
    private final long[] instants;

    private ChangeIndex(Trace trace, long[] instants) {
        this.trace = trace;
        this.instants = instants;
    }

    /**
     * The events of a run from time zero to its end. A slice that begins behind the end of the last
     * task, such as a loop's own tidying up, is not part of the run.
     */
    public static ChangeIndex of(Trace trace) {
        Instants found = new Instants(trace.horizonNanos());
        for (TaskTrack task : trace.tasks()) {
            for (int segment = 0, n = task.segments(); segment < n; segment++) {
                found.add(task.begin(segment));
            }
            found.add(task.endNanos());
        }
        for (WorkerTrack worker : trace.workers()) {
            for (int slice = 0, n = worker.slices(); slice < n; slice++) {
                found.add(worker.begin(slice));
            }
        }
        return new ChangeIndex(trace, found.sortedAndDistinct());
    }

    /** No run, and no events. */
    public static ChangeIndex none() {
        return new ChangeIndex(new Trace(List.of()), new long[0]);
    }

    /** How many there are. */
    public int count() {
        return instants.length;
    }

    /** The first event behind an instant, in nanoseconds since time zero, or {@link #NONE}. */
    public long next(long after) {
        int index = countUntil(after);
        return index < instants.length ? instants[index] : NONE;
    }

    /** The last event before an instant, in nanoseconds since time zero, or {@link #NONE}. */
    public long previous(long before) {
        return latest(before - 1);
    }

    /** The last event at an instant or before it, or {@link #NONE}. */
    public long latest(long until) {
        int index = countUntil(until) - 1;
        return index < 0 ? NONE : instants[index];
    }

    /** How many events have happened by an instant. */
    public int countUntil(long until) {
        int found = Arrays.binarySearch(instants, until);
        return found < 0 ? -found - 1 : found + 1;
    }

    /**
     * What changed at an instant: the ends of tasks first, then what others entered, then the
     * workers; each in the order of the trace. A task that passed through several phases within the
     * nanosecond is told once, with the phase it came to.
     */
    public List<TraceChange> at(long instant) {
        List<TraceChange> ends = new ArrayList<>();
        List<TraceChange> others = new ArrayList<>();
        for (TaskTrack task : trace.tasks()) {
            TraceChange change = change(task, instant);
            if (change != null) {
                (change instanceof TraceChange.Ended ? ends : others).add(change);
            }
        }
        List<TraceChange> changes = new ArrayList<>(ends);
        changes.addAll(others);
        for (WorkerTrack worker : trace.workers()) {
            int slice = worker.sliceAt(instant);
            if (slice >= 0 && worker.begin(slice) == instant) {
                changes.add(new TraceChange.Busy(worker.index(), worker.task(slice)));
            }
        }
        return List.copyOf(changes);
    }

    private static @Nullable TraceChange change(TaskTrack task, long instant) {
        Outcome outcome = task.outcome();
        if (outcome != null && task.endNanos() == instant) {
            return new TraceChange.Ended(task.index(), phaseBefore(task, instant), outcome);
        }
        int segment = task.segmentAt(instant);
        return segment < 0 || task.begin(segment) != instant
                ? null
                : new TraceChange.Entered(
                        task.index(), phaseBefore(task, instant), task.phase(segment));
    }

    private static @Nullable Phase phaseBefore(TaskTrack task, long instant) {
        int segment = task.segmentAt(instant - 1);
        return segment < 0 ? null : task.phase(segment);
    }

    /** Gathers instants up to an end, in an array that grows. */
    private static final class Instants {

        private final long end;
        private long[] room = new long[256];
        private int size;

        Instants(long end) {
            this.end = end;
        }

        void add(long instant) {
            if (instant < 0 || instant > end) {
                return;
            }
            if (size == room.length) {
                room = Arrays.copyOf(room, size * 2);
            }
            room[size++] = instant;
        }

        long[] sortedAndDistinct() {
            Arrays.sort(room, 0, size);
            int distinct = 0;
            for (int i = 0; i < size; i++) {
                if (i == 0 || room[i] != room[i - 1]) {
                    room[distinct++] = room[i];
                }
            }
            return Arrays.copyOf(room, distinct);
        }
    }
}
