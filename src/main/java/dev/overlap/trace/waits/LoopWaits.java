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

/** What a task on a loop waited for: the loop to run it, or to look at its reply. */
final class LoopWaits {

    /** How far apart two slices may be for the loop to count as held: what selecting takes. */
    private static final long BETWEEN_NANOS = 200_000;

    private final Trace trace;
    private final TaskTrack task;

    LoopWaits(Trace trace, TaskTrack task) {
        this.trace = trace;
        this.task = task;
    }

    /**
     * Who held the loop while the task was ready; even a short wait is told. The task itself is
     * among them if a step of its own did, which waited there for the next one.
     *
     * @param again whether it had been worked on before
     */
    @Nullable Wait toRun(Stretch ready, boolean again) {
        WorkerTrack loop = loop();
        return loop == null || ready.nanos() == 0
                ? null
                : new Wait.ForLoop(
                        ready.nanos(),
                        ready.over(),
                        again,
                        holders(loop, ready.begin(), ready.end(), Stretch.WORTH_NANOS));
    }

    /**
     * What is left of the time in which a task was ready once the loop had run a step of it that
     * did not take it further, because it handed it to a helper thread; null where there was none.
     */
    @Nullable Stretch handedOn(Stretch ready) {
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
     * Who held the loop, without a gap, until it saw what ended a phase. Null where the loop was
     * free: then that was seen when it came.
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
        return holders.isEmpty() || free - from < Stretch.WORTH_NANOS
                ? null
                : new Wait.ForLook(during, free - from, holders, free);
    }

    /** The begin of the slices that stand before one without a gap and are not this task's. */
    private long heldSince(WorkerTrack loop, int slice, long notBefore) {
        long since = loop.begin(slice);
        for (int s = slice - 1; s >= 0 && since > notBefore; s--) {
            if (since - loop.end(s) > BETWEEN_NANOS || loop.task(s) == task.index()) {
                break;
            }
            since = loop.begin(s);
        }
        return since;
    }

    /**
     * Who held the loop between two instants, and for how long, the longest first.
     *
     * @param least how long a slice of the task itself must be to count
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

    /** The loop that carries the task, or the only one that could before it was first run. */
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
