package dev.overlap.trace;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Index of the instants of a finished run at which something changed that can be seen: a task
 * entered a phase or ended, or a worker's busy slice began. Changes at the same nanosecond are one
 * event. A run of ten thousand tasks has about a hundred thousand events.
 *
 * <p>A turn of an event loop that takes less than a thousandth of the run is no event: it is
 * narrower than a pixel, and a loop that receives one reply makes hundreds of them, between which
 * nothing on the chart changes. What such a turn brings about, a phase or an end, is an event.
 *
 * <p>Building the index visits every phase and slice and sorts their begins: some tens of
 * milliseconds for ten thousand tasks. Stepping from one event to the next is a binary search.
 * Listing the changes at an event takes a binary search in every task and worker, so they are
 * computed on demand.
 *
 * <p>Threads: immutable, as is the trace of a finished run.
 */
public final class ChangeIndex {

    /** Returned where there is no such event. */
    public static final long NONE = -1;

    private static final long SHARE_OF_VISIBLE_TURN = 1_000;

    private final Trace trace;
    private final long[] instants;

    private ChangeIndex(Trace trace, long[] instants) {
        this.trace = trace;
        this.instants = instants;
    }

    /**
     * Indexes the events of a run from time zero to its end. Slices that begin after the last task
     * has ended, such as a loop's own clean-up, are left out.
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
                if (isVisible(worker, slice, trace.horizonNanos())) {
                    found.add(worker.begin(slice));
                }
            }
        }
        return new ChangeIndex(trace, found.sortedAndDistinct());
    }

    private static boolean isVisible(WorkerTrack worker, int slice, long wallNanos) {
        return worker.role().runsOneTaskAtATime()
                || worker.end(slice) - worker.begin(slice) >= wallNanos / SHARE_OF_VISIBLE_TURN;
    }

    /** Returns an empty index. */
    public static ChangeIndex none() {
        return new ChangeIndex(new Trace(List.of()), new long[0]);
    }

    /** Returns the number of events. */
    int count() {
        return instants.length;
    }

    /**
     * Returns the first event after an instant, in nanoseconds since time zero, or {@link #NONE}.
     */
    public long next(long after) {
        int index = countUntil(after);
        return index < instants.length ? instants[index] : NONE;
    }

    /**
     * Returns the last event before an instant, in nanoseconds since time zero, or {@link #NONE}.
     */
    public long previous(long before) {
        return latest(before - 1);
    }

    /** Returns when a task next entered a phase or ended, after an instant, or {@link #NONE}. */
    public long nextOf(int task, long after) {
        TaskTrack track = trace.task(task);
        int segment = track.segmentAt(after) + 1;
        long next = segment < track.segments() ? track.begin(segment) : track.endNanos();
        return next > after && next <= trace.horizonNanos() ? next : NONE;
    }

    /** Returns when a task last entered a phase or ended, before an instant, or {@link #NONE}. */
    public long previousOf(int task, long before) {
        TaskTrack track = trace.task(task);
        if (track.endNanos() < before) {
            return track.endNanos();
        }
        int segment = track.segmentAt(before - 1);
        return segment < 0 ? NONE : track.begin(segment);
    }

    /** Returns the last event at or before an instant, or {@link #NONE}. */
    public long latest(long until) {
        int index = countUntil(until) - 1;
        return index < 0 ? NONE : instants[index];
    }

    /** Returns the number of events up to and including an instant. */
    int countUntil(long until) {
        int found = Arrays.binarySearch(instants, until);
        return found < 0 ? -found - 1 : found + 1;
    }

    /**
     * Returns the changes at an instant: first the tasks that ended, then those that entered a
     * phase, then the workers, each in the order of the trace. A task that passed through several
     * phases within the nanosecond appears once, with the last of them.
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
            if (slice >= 0
                    && worker.begin(slice) == instant
                    && isVisible(worker, slice, trace.horizonNanos())) {
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

    /** Collects instants up to an end in a growing array. */
    private static final class Instants {

        private final long end;
        private long[] buffer = new long[256];
        private int size;

        Instants(long end) {
            this.end = end;
        }

        void add(long instant) {
            if (instant < 0 || instant > end) {
                return;
            }
            if (size == buffer.length) {
                buffer = Arrays.copyOf(buffer, size * 2);
            }
            buffer[size++] = instant;
        }

        long[] sortedAndDistinct() {
            Arrays.sort(buffer, 0, size);
            int distinct = 0;
            for (int i = 0; i < size; i++) {
                if (i == 0 || buffer[i] != buffer[i - 1]) {
                    buffer[distinct++] = buffer[i];
                }
            }
            return Arrays.copyOf(buffer, distinct);
        }
    }
}
