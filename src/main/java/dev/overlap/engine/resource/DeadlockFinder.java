package dev.overlap.engine.resource;

import dev.overlap.trace.Deadlock;
import dev.overlap.trace.ResourceTrack.Purpose;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds tasks that can never go on because they wait for one another.
 *
 * <p>A waiting task waits for the holders of what it asks for or, at a queue, for the tasks that
 * still have the opposite step ahead; a task that no worker has begun waits for those that occupy
 * the workers. A task is not stuck if one of those that it waits for is not stuck: the reduction of
 * R. C. Holt, Some deadlock properties of computer systems, ACM Computing Surveys 4 (1972). Of the
 * stuck tasks, only those that wait for one another are in a deadlock; the others wait behind them.
 *
 * <p>The search begins at the task that has begun to wait, and usually ends at the first holder,
 * which runs.
 */
final class DeadlockFinder {

    private final List<SharingTask> tasks;
    private final Map<String, ResourceState> resources;
    private final int atOnce;
    private @Nullable List<SharingTask> occupying;

    /** For each task reached, those that it waits for. */
    private final Map<SharingTask, List<SharingTask>> waitsFor = new HashMap<>();

    /**
     * @param tasks all tasks of the run
     * @param resources what they share, by name
     * @param atOnce how many of them workers execute at the same time
     */
    DeadlockFinder(List<SharingTask> tasks, Map<String, ResourceState> resources, int atOnce) {
        this.tasks = tasks;
        this.resources = resources;
        this.atOnce = atOnce;
    }

    /**
     * Returns the tasks in a deadlock with one that waits, including it; empty if it is in none.
     */
    List<SharingTask> with(SharingTask first) {
        return reachesRunning(first) ? List.of() : ring(first);
    }

    /** Follows the waits of a task; returns whether any of them ends at a task that can go on. */
    private boolean reachesRunning(SharingTask first) {
        Deque<SharingTask> open = new ArrayDeque<>(List.of(first));
        while (!open.isEmpty()) {
            SharingTask task = open.pop();
            if (waitsFor.containsKey(task)) {
                continue;
            }
            if (canGoOn(task)) {
                return true;
            }
            List<SharingTask> next = waitsFor(task);
            waitsFor.put(task, next);
            next.forEach(open::push);
        }
        return false;
    }

    private boolean canGoOn(SharingTask task) {
        return task.hasBegun() ? task.waiting() == null : occupying().size() < atOnce;
    }

    /** Returns the tasks that occupy a worker; found on demand, since most searches end earlier. */
    private List<SharingTask> occupying() {
        if (occupying == null) {
            occupying = tasks.stream().filter(task -> task.hasBegun() && !task.isOver()).toList();
        }
        return occupying;
    }

    /** Returns the tasks one of which must go on before this one can. */
    List<SharingTask> waitsFor(SharingTask task) {
        WaitingClaim waiting = task.waiting();
        if (waiting == null) {
            return occupying();
        }
        String name = waiting.claim().resource();
        return switch (waiting.claim().purpose()) {
            case HOLD -> resource(task).holders().stream().map(tasks::get).toList();
            case PUT -> others(task, new Claim(name, Purpose.TAKE));
            case TAKE -> others(task, new Claim(name, Purpose.PUT));
        };
    }

    private List<SharingTask> others(SharingTask task, Claim ahead) {
        return tasks.stream()
                .filter(other -> !other.equals(task) && other.hasAhead(ahead))
                .toList();
    }

    /** Returns what a task waits for. */
    ResourceState resource(SharingTask task) {
        WaitingClaim waiting = task.waiting();
        ResourceState state = waiting == null ? null : resources.get(waiting.claim().resource());
        if (state == null) {
            throw new IllegalStateException("the task waits for nothing");
        }
        return state;
    }

    /** Returns the waiting tasks that are reached from the first and lead back to it. */
    private List<SharingTask> ring(SharingTask first) {
        Map<SharingTask, List<SharingTask>> waitedForBy = new HashMap<>();
        waitsFor.forEach(
                (task, others) ->
                        others.forEach(
                                other ->
                                        waitedForBy
                                                .computeIfAbsent(other, _ -> new ArrayList<>())
                                                .add(task)));
        Set<SharingTask> leadBack = new HashSet<>();
        Deque<SharingTask> open = new ArrayDeque<>(waitedForBy.getOrDefault(first, List.of()));
        while (!open.isEmpty()) {
            SharingTask task = open.pop();
            if (leadBack.add(task)) {
                waitedForBy.getOrDefault(task, List.of()).forEach(open::push);
            }
        }
        return leadBack.stream()
                .filter(task -> task.waiting() != null)
                .sorted((a, b) -> Integer.compare(a.index(), b.index()))
                .toList();
    }

    /** Returns what a stuck task waits for, as recorded. */
    Deadlock.StuckWait record(SharingTask task) {
        WaitingClaim claim = task.waiting();
        if (claim == null) {
            throw new IllegalStateException("only waiting tasks are stuck");
        }
        return new Deadlock.StuckWait(
                task.index(),
                resource(task).index(),
                claim.claim().purpose(),
                waitsFor.getOrDefault(task, List.of()).stream().map(SharingTask::index).toList());
    }
}
