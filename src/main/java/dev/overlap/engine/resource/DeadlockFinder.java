package dev.overlap.engine.resource;

import dev.overlap.trace.Deadlock;
import dev.overlap.trace.ResourceTrack.Purpose;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
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
 * <p>Cost: a search usually ends at the first holder, which runs. Tasks that wait for the same
 * share the list of those they wait for, so the whole of it is linear in the tasks and resources.
 * Used once, for one task.
 */
final class DeadlockFinder {

    /** With more of those that a stuck task waits for, the first are recorded. */
    private static final int MAX_RECORDED = 32;

    private final AllTaskClaims tasks;
    private final Map<String, ResourceState> resources;

    /** What is waited for; the key is a claim, or this object for a worker. */
    private final Map<Object, Need> needs = new LinkedHashMap<>();

    private final Map<TaskClaims, Need> reached = new LinkedHashMap<>();

    /** Something that tasks wait for, the tasks that could provide it, and those that wait. */
    private static final class Need { // compared by identity: its lists are long

        private final Collection<TaskClaims> providers;
        private final List<TaskClaims> waiters = new ArrayList<>();

        Need(Collection<TaskClaims> providers) {
            this.providers = providers;
        }
    }

    /**
     * @param resources what the tasks share, by name
     */
    DeadlockFinder(AllTaskClaims tasks, Map<String, ResourceState> resources) {
        this.tasks = tasks;
        this.resources = resources;
    }

    /**
     * Returns the tasks in a deadlock with one that waits, including it; empty if it is in none.
     */
    List<TaskClaims> with(TaskClaims first) {
        return reachesRunning(first) ? List.of() : ring(first);
    }

    /**
     * Returns the tasks in a deadlock that a task is in or waits behind; empty if there is none.
     */
    List<TaskClaims> behind(TaskClaims first) {
        if (reachesRunning(first)) {
            return List.of();
        }
        TaskClaims inRing = findInRing(first);
        return inRing == null ? List.of() : ring(inRing);
    }

    /** Follows the waits of a task; returns whether any of them ends at a task that can go on. */
    private boolean reachesRunning(TaskClaims first) {
        Deque<TaskClaims> open = new ArrayDeque<>(List.of(first));
        while (!open.isEmpty()) {
            TaskClaims task = open.pop();
            if (reached.containsKey(task)) {
                continue;
            }
            boolean known = needs.containsKey(key(task));
            Need need = need(task);
            need.waiters.add(task);
            reached.put(task, need);
            for (TaskClaims provider : known ? List.<TaskClaims>of() : need.providers) {
                if (canGoOn(provider)) {
                    return true;
                }
                open.push(provider);
            }
        }
        return false;
    }

    private boolean canGoOn(TaskClaims task) {
        return task.hasBegun() ? task.waiting() == null : tasks.haveFreeWorker();
    }

    private Object key(TaskClaims task) {
        TaskClaim waiting = task.waiting();
        return waiting == null ? this : waiting.claim();
    }

    private Need need(TaskClaims task) {
        return needs.computeIfAbsent(key(task), _ -> new Need(providers(task)));
    }

    private Collection<TaskClaims> providers(TaskClaims task) {
        TaskClaim waiting = task.waiting();
        if (waiting == null) {
            return tasks.occupying();
        }
        String name = waiting.claim().resource();
        return switch (waiting.claim().purpose()) {
            case HOLD -> resource(task).holders().stream().map(tasks::get).toList();
            case PUT -> tasks.withAhead(new Claim(name, Purpose.TAKE));
            case TAKE -> tasks.withAhead(new Claim(name, Purpose.PUT));
        };
    }

    /** Returns the others, one of which must go on before a waiting task can. */
    List<TaskClaims> waitsFor(TaskClaims task) {
        return need(task).providers.stream().filter(other -> !other.equals(task)).toList();
    }

    /** Returns what a task waits for. */
    ResourceState resource(TaskClaims task) {
        TaskClaim waiting = task.waiting();
        ResourceState state = waiting == null ? null : resources.get(waiting.claim().resource());
        if (state == null) {
            throw new IllegalStateException("the task waits for nothing");
        }
        return state;
    }

    /** A task on the path of {@link #findInRing}, with those after it that are not yet followed. */
    private record OnPath(TaskClaims task, Iterator<TaskClaims> providers) {}

    /** Walks from task to task, each waiting for the next, until it comes back to one. */
    private @Nullable TaskClaims findInRing(TaskClaims first) {
        Set<TaskClaims> seen = new HashSet<>(Set.of(first));
        Set<TaskClaims> onPath = new HashSet<>(Set.of(first));
        Deque<OnPath> path = new ArrayDeque<>(List.of(onPath(first)));
        while (!path.isEmpty()) {
            OnPath last = path.peek();
            if (!last.providers.hasNext()) {
                onPath.remove(path.pop().task);
                continue;
            }
            TaskClaims next = last.providers.next();
            if (!next.equals(last.task) && onPath.contains(next)) {
                return next;
            }
            if (seen.add(next)) {
                onPath.add(next);
                path.push(onPath(next));
            }
        }
        return null;
    }

    private OnPath onPath(TaskClaims task) {
        return new OnPath(task, need(task).providers.iterator());
    }

    /** Returns the waiting tasks that are reached from a task and lead back to it. */
    private List<TaskClaims> ring(TaskClaims first) {
        Map<TaskClaims, List<Need>> provided = new HashMap<>();
        for (Need need : needs.values()) {
            for (TaskClaims provider : need.providers) {
                provided.computeIfAbsent(provider, _ -> new ArrayList<>()).add(need);
            }
        }
        Set<TaskClaims> leadBack = new HashSet<>();
        Map<Need, TaskClaims> followedFrom = new HashMap<>();
        Deque<TaskClaims> open = new ArrayDeque<>(List.of(first));
        while (!open.isEmpty()) {
            TaskClaims task = open.pop();
            for (Need need : provided.getOrDefault(task, List.of())) {
                TaskClaims before = followedFrom.putIfAbsent(need, task);
                waitersFor(need, task, before).stream().filter(leadBack::add).forEach(open::push);
            }
        }
        return reachedFrom(first, leadBack);
    }

    /**
     * Returns the tasks that wait for a provider, which is not waiting for itself: all others the
     * first time; later only the provider that was left out then.
     *
     * @param before the provider for which the same was asked first, or null
     */
    private List<TaskClaims> waitersFor(
            Need need, TaskClaims provider, @Nullable TaskClaims before) {
        if (before == null) {
            return need.waiters.stream().filter(waiter -> !waiter.equals(provider)).toList();
        }
        boolean leftOut = !before.equals(provider) && need == reached.get(before);
        return leftOut ? List.of(before) : List.of();
    }

    /** Returns those of some tasks that wait and that a task is waiting for, directly or not. */
    private List<TaskClaims> reachedFrom(TaskClaims first, Set<TaskClaims> among) {
        if (!among.contains(first)) {
            return List.of();
        }
        Set<TaskClaims> found = new HashSet<>(Set.of(first));
        Set<Object> followed = new HashSet<>();
        Deque<TaskClaims> open = new ArrayDeque<>(List.of(first));
        while (!open.isEmpty()) {
            TaskClaims task = open.pop();
            if (followed.add(key(task))) {
                need(task).providers.stream()
                        .filter(provider -> among.contains(provider) && found.add(provider))
                        .forEach(open::push);
            }
        }
        return found.stream()
                .filter(task -> task.waiting() != null)
                .sorted(Comparator.comparingInt(TaskClaims::index))
                .toList();
    }

    /** Returns what a stuck task waits for, as recorded. */
    Deadlock.StuckWait record(TaskClaims task) {
        TaskClaim claim = task.waiting();
        if (claim == null) {
            throw new IllegalStateException("only waiting tasks are stuck");
        }
        return new Deadlock.StuckWait(
                task.index(),
                resource(task).index(),
                claim.claim().purpose(),
                waitsFor(task).stream().limit(MAX_RECORDED).map(TaskClaims::index).toList());
    }
}
