package dev.overlap.trace;

import java.util.List;

/**
 * Tasks that wait for one another and can never go on by themselves.
 *
 * @param nanos when the last of them began to wait, since time zero
 * @param waits one per task
 */
public record Deadlock(long nanos, List<StuckWait> waits) {

    /**
     * What a stuck task waits for.
     *
     * @param resource its index
     * @param holders the tasks that it waits for: those that hold the resource, or that would put
     *     or take an item but are stuck or have no worker
     */
    public record StuckWait(
            int task, int resource, ResourceTrack.Purpose purpose, List<Integer> holders) {

        public StuckWait {
            holders = List.copyOf(holders);
        }
    }

    public Deadlock {
        waits = List.copyOf(waits);
    }

    /** Returns whether a task is one of them. */
    public boolean includes(int task) {
        return waits.stream().anyMatch(wait -> wait.task == task);
    }
}
