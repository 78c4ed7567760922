package dev.overlap.render.resource;

import dev.overlap.trace.Phase;
import dev.overlap.trace.ResourceTrack;
import dev.overlap.trace.ResourceTrack.Use;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;
import dev.overlap.trace.metrics.LostUpdates;
import dev.overlap.trace.metrics.ResourceStatistics;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * What a row of a resource shows, derived from a trace once for many drawings: of a lock, permit,
 * counter or queue, or of the GIL, which the trace knows only by the phases of its tasks.
 */
public final class ResourceTimeline {

    private final @Nullable ResourceTrack track;
    private final IntervalLanes holds;
    private final IntervalLanes waits;
    private final StepCurve filling;
    private final @Nullable ResourceStatistics statistics;
    private final List<LostUpdates.LostUpdate> lost;

    private ResourceTimeline(Trace trace, ResourceTrack track, long horizonNanos) {
        this.track = track;
        holds = IntervalLanes.of(holds(track), track.places());
        waits = IntervalLanes.of(waits(track), Integer.MAX_VALUE);
        filling = StepCurve.ofLevels(track.levels());
        statistics = ResourceStatistics.of(trace, track, horizonNanos);
        lost = LostUpdates.of(trace, track);
    }

    private ResourceTimeline(Trace trace) {
        track = null;
        holds = IntervalLanes.of(computing(trace), 1);
        waits = IntervalLanes.of(awaiting(trace), Integer.MAX_VALUE);
        filling = StepCurve.ofLevels(List.of());
        statistics = null;
        lost = List.of();
    }

    /**
     * Derives what the row of a resource shows.
     *
     * @param horizonNanos up to where its statistics are computed
     */
    static ResourceTimeline of(Trace trace, ResourceTrack track, long horizonNanos) {
        return new ResourceTimeline(trace, track, horizonNanos);
    }

    /** Derives what the row of the GIL shows: only the task that has it computes. */
    static ResourceTimeline interpreterLock(Trace trace) {
        return new ResourceTimeline(trace);
    }

    private static List<TaskInterval> holds(ResourceTrack track) {
        List<TaskInterval> spans = new ArrayList<>();
        for (Use use : track.uses()) {
            if (use.isGranted() && use.purpose() == ResourceTrack.Purpose.HOLD) {
                spans.add(new TaskInterval(use.grantedNanos(), use.endNanos(), use.task()));
            }
        }
        return spans;
    }

    private static List<TaskInterval> waits(ResourceTrack track) {
        List<TaskInterval> spans = new ArrayList<>();
        for (Use use : track.uses()) {
            long end = Math.min(use.grantedNanos(), use.endNanos());
            if (end > use.askedNanos()) {
                spans.add(new TaskInterval(use.askedNanos(), end, use.task()));
            }
        }
        return spans;
    }

    private static List<TaskInterval> computing(Trace trace) {
        List<TaskInterval> spans = new ArrayList<>();
        for (TaskTrack task : trace.tasks()) {
            for (int s = 0, n = task.segments(); s < n; s++) {
                if (task.phase(s) == Phase.COMPUTE) {
                    spans.add(new TaskInterval(task.begin(s), task.end(s), task.index()));
                }
            }
        }
        return spans;
    }

    private static List<TaskInterval> awaiting(Trace trace) {
        List<TaskInterval> spans = new ArrayList<>();
        for (TaskTrack task : trace.tasks()) {
            for (int s = 0, n = task.segments(); s < n; s++) {
                if (task.isForLock(s) && task.end(s) > task.begin(s)) {
                    spans.add(new TaskInterval(task.begin(s), task.end(s), task.index()));
                }
            }
        }
        return spans;
    }

    /** Returns its record, or null for the GIL. */
    public @Nullable ResourceTrack track() {
        return track;
    }

    /** Returns the phase of a task that waits for it. */
    Phase waitPhase() {
        return track == null ? Phase.READY : Phase.BLOCKED;
    }

    IntervalLanes holds() {
        return holds;
    }

    IntervalLanes waits() {
        return waits;
    }

    /** Returns the filling of a queue. */
    StepCurve filling() {
        return filling;
    }

    /** Returns its statistics, or null for the GIL. */
    @Nullable ResourceStatistics statistics() {
        return statistics;
    }

    /** Returns the lost updates of a counter, ordered by write. */
    public List<LostUpdates.LostUpdate> lost() {
        return lost;
    }

    /** Returns whether a counter had lost an update by an instant. */
    public boolean hasLost(long untilNanos) {
        return track != null
                && lost.stream()
                        .anyMatch(one -> track.accesses().get(one.write()).nanos() <= untilNanos);
    }

    /** Returns the tasks that had it at an instant. */
    public List<Integer> holdersAt(long nanos) {
        return holds.tasksAt(nanos);
    }

    /** Returns the tasks that waited for it at an instant. */
    public List<Integer> waitersAt(long nanos) {
        return waits.tasksAt(nanos);
    }

    /** Returns the number of items in a queue at an instant. */
    public int itemsAt(long nanos) {
        return filling.at(nanos);
    }

    /** Returns whether a task had asked for it, read or written it by an instant. */
    public boolean wasUsedBy(int task, long untilNanos) {
        return holds.include(task, untilNanos)
                || waits.include(task, untilNanos)
                || (track != null
                        && (track.uses().stream()
                                        .anyMatch(
                                                use ->
                                                        use.task() == task
                                                                && use.askedNanos() <= untilNanos)
                                || track.accesses().stream()
                                        .anyMatch(
                                                access ->
                                                        access.task() == task
                                                                && access.nanos() <= untilNanos)));
    }
}
