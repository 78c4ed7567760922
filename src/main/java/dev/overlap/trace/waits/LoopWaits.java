package dev.overlap.trace.waits;

import dev.overlap.trace.Phase;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;
import dev.overlap.trace.WorkerTrack;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Explains the waits of a task on an event loop: for the loop to run it, or to process its event.
 */
final class LoopWaits {

    /**
     * The longest gap between two slices for the loop to count as busy throughout: the time that
     * selecting takes.
     */
    private static final long MAX_GAP_NANOS = 200_000;

    private final Trace trace;
    private final TaskTrack task;

    LoopWaits(Trace trace, TaskTrack task) {
        this.trace = trace;
        this.task = task;
    }

    /**
     * Returns what kept the loop busy while the task was ready, even if the wait was short. The
     * task itself is among the holders if a step of its own blocked the loop.
     *
     * @param again whether the task had been worked on before
     */
    @Nullable Wait toRun(Stretch ready, boolean again) {
        WorkerTrack loop = loop();
        return loop == null || ready.nanos() == 0
                ? null
                : new Wait.ForLoop(
                        ready.nanos(),
                        ready.over(),
                        again,
                        holders(loop, ready.begin(), ready.end(), Stretch.MIN_WAIT_NANOS));
    }

    /**
     * Returns the rest of a ready phase after the loop had run a step that handed the task to a
     * helper thread, or null if there was no such step.
     */
    @Nullable Stretch afterHandOff(Stretch ready) {
        WorkerTrack loop = loop();
        if (loop == null) {
            return null;
        }
        int size = loop.slices();
        for (int s = Math.max(0, loop.sliceAt(ready.begin())); s < size; s++) {
            if (loop.end(s) > ready.end()) {
                return null;
            }
            if (loop.task(s) == task.index() && loop.begin(s) >= ready.begin()) {
                return new Stretch(loop.end(s), ready.end(), ready.over());
            }
        }
        return null;
    }

    /**
     * Returns what kept the loop busy, without a gap, until it processed the event that ended a
     * phase. Null if the loop was free, so that it processed the event as it came.
     */
    @Nullable Wait toLook(Phase during, Stretch wait) {
        WorkerTrack loop = loop();
        if (loop == null || !wait.over() || !wait.isWorthACause()) {
            return null;
        }
        int own = loop.sliceAt(wait.end());
        if (own < 1 || loop.task(own) != task.index() || loop.begin(own) <= wait.begin()) {
            return null;
        }
        long free = loop.begin(own);
        long from = Math.max(wait.begin(), heldSince(loop, own, wait.begin()));
        List<Wait.Holder> holders = holders(loop, from, free, Long.MAX_VALUE);
        return holders.isEmpty() || free - from < Stretch.MIN_WAIT_NANOS
                ? null
                : new Wait.ForLook(during, free - from, holders, free);
    }

    /** Returns the begin of the slices of other tasks that precede a slice without a gap. */
    private long heldSince(WorkerTrack loop, int slice, long notBefore) {
        long since = loop.begin(slice);
        for (int s = slice - 1; s >= 0 && since > notBefore; s--) {
            if (since - loop.end(s) > MAX_GAP_NANOS || loop.task(s) == task.index()) {
                break;
            }
            since = loop.begin(s);
        }
        return since;
    }

    /**
     * Returns what kept the loop busy between two instants, the longest first.
     *
     * @param least the minimum length of a slice of the task itself to count
     */
    private List<Wait.Holder> holders(WorkerTrack loop, long from, long to, long least) {
        Map<Integer, Long> held = new HashMap<>();
        int size = loop.slices();
        for (int s = Math.max(0, loop.sliceAt(from)); s < size && loop.begin(s) < to; s++) {
            long nanos = Math.min(loop.end(s), to) - Math.max(loop.begin(s), from);
            if (nanos > 0 && (loop.task(s) != task.index() || nanos >= least)) {
                held.merge(loop.task(s), nanos, Long::sum);
            }
        }
        return held.entrySet().stream()
                .map(entry -> new Wait.Holder(entry.getKey(), entry.getValue()))
                .sorted(
                        Comparator.comparingLong(Wait.Holder::nanos)
                                .reversed()
                                .thenComparingInt(Wait.Holder::task))
                .toList();
    }

    /** Returns the loop that executes the task or, before it first ran, the only loop there is. */
    private @Nullable WorkerTrack loop() {
        if (task.worker() >= 0) {
            WorkerTrack own = trace.worker(task.worker());
            return own.role() == WorkerTrack.Role.LOOP ? own : null;
        }
        List<WorkerTrack> loops =
                trace.workers().stream()
                        .filter(worker -> worker.role() == WorkerTrack.Role.LOOP)
                        .toList();
        return loops.size() == 1 ? loops.getFirst() : null;
    }
}
