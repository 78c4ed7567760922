package dev.overlap.trace.metrics;

import dev.overlap.trace.Phase;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;
import dev.overlap.trace.WorkerTrack;
import dev.overlap.trace.WorkerTrack.Role;

import org.jspecify.annotations.Nullable;

/**
 * For how long a task of a watched program held what runs it, and how much of that it computed.
 *
 * @param onLoop whether it held an event loop, as opposed to a thread that it had for itself
 * @param heldNanos on a loop, all its steps; else the time that it was in COMPUTE. More than zero
 * @param cpuNanos the processor time of its thread meanwhile, measured; at most {@code heldNanos}
 */
public record HeldTime(boolean onLoop, long heldNanos, long cpuNanos) {

    /**
     * Returns the time of a task that has ended; null if its processor time is not known, or if it
     * is not known for which time that was used: a thread that waits for replies uses some in
     * phases that are no COMPUTE.
     */
    public static @Nullable HeldTime of(Trace trace, TaskTrack task) {
        long cpu = task.cpuNanos();
        if (!trace.isForeign() || task.outcome() == null || task.worker() < 0 || cpu < 0) {
            return null;
        }
        WorkerTrack worker = trace.worker(task.worker());
        boolean onLoop = worker.role() == Role.LOOP;
        if (!onLoop && !task.exchanges().isEmpty()) {
            return null;
        }
        long held =
                onLoop
                        ? stepNanos(worker, task.index())
                        : task.nanosIn(Phase.COMPUTE, task.endNanos());
        return held > 0 ? new HeldTime(onLoop, held, Math.min(cpu, held)) : null;
    }

    private static long stepNanos(WorkerTrack loop, int task) {
        long nanos = 0;
        for (int slice = 0; slice < loop.slices(); slice++) {
            if (loop.task(slice) == task && loop.end(slice) != TaskTrack.OPEN) {
                nanos += loop.end(slice) - loop.begin(slice);
            }
        }
        return nanos;
    }
}
