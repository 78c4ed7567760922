package dev.overlap.engine.resource;

import dev.overlap.engine.task.TaskExecution;
import dev.overlap.plan.Task;
import dev.overlap.trace.ResourceTrack.Purpose;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The tasks of a run that share something, and which of them occupy workers or still have steps at
 * a queue ahead. Guarded by the lock of its {@link SharedResources}.
 */
final class AllTaskClaims {

    private final List<TaskClaims> all;
    private final int atOnce;
    private final Set<TaskClaims> occupying = new LinkedHashSet<>();
    private final Map<Claim, Set<TaskClaims>> ahead = new HashMap<>();

    /**
     * @param atOnce how many tasks workers execute at the same time
     */
    AllTaskClaims(List<Task> tasks, int atOnce) {
        this.all = tasks.stream().map(TaskClaims::new).toList();
        this.atOnce = atOnce;
        for (TaskClaims task : all) {
            for (Claim claim : task.ahead()) {
                ahead.computeIfAbsent(claim, _ -> new LinkedHashSet<>()).add(task);
            }
        }
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    TaskClaims get(int index) {
        return all.get(index);
    }

    void begin(TaskExecution execution) {
        TaskClaims task = get(execution.index());
        task.begin(execution);
        occupying.add(task);
    }

    /**
     * Notes that a claim of a task was granted.
     *
     * @return whether it has come to the last such step of its own at a queue
     */
    boolean granted(TaskClaim claim) {
        TaskClaims task = get(claim.task());
        task.granted(claim);
        return claim.claim().purpose() != Purpose.HOLD
                && !task.ahead().contains(claim.claim())
                && withAhead(claim.claim()).remove(task);
    }

    void end(TaskClaims task) {
        task.end();
        occupying.remove(task);
        task.ahead().forEach(claim -> withAhead(claim).remove(task));
    }

    /** Returns those that occupy a worker. */
    Collection<TaskClaims> occupying() {
        return occupying;
    }

    boolean haveFreeWorker() {
        return occupying.size() < atOnce;
    }

    /** Returns those that have such a step at a queue ahead, or wait in it. */
    Set<TaskClaims> withAhead(Claim claim) {
        return ahead.getOrDefault(claim, Set.of());
    }
}
