package dev.overlap.trace.metrics;

import dev.overlap.trace.ResourceTrack;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All holds of the locks and permits of a trace up to an instant, by task. */
final class LockHolds {

    private final Map<Integer, List<LockHold>> byTask = new HashMap<>();

    /** Visits every use of every resource. */
    LockHolds(Trace trace, long untilNanos) {
        for (ResourceTrack resource : trace.resources()) {
            for (ResourceTrack.Use use : resource.uses()) {
                if (use.purpose() == ResourceTrack.Purpose.HOLD
                        && use.grantedNanos() < untilNanos) {
                    add(resource.index(), use, trace.task(use.task()), untilNanos);
                }
            }
        }
    }

    private void add(int resource, ResourceTrack.Use use, TaskTrack task, long untilNanos) {
        long end = Math.min(Math.min(use.endNanos(), task.endNanos()), untilNanos);
        if (end > use.grantedNanos()) {
            byTask.computeIfAbsent(use.task(), _ -> new ArrayList<>())
                    .add(new LockHold(resource, use.grantedNanos(), end));
        }
    }

    /** Returns those of a task; usually none. */
    List<LockHold> of(int task) {
        return byTask.getOrDefault(task, List.of());
    }
}
