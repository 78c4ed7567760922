package dev.overlap.engine.resource;

import dev.overlap.engine.task.TaskExecution;
import dev.overlap.plan.Resource;
import dev.overlap.plan.Task;
import dev.overlap.trace.Deadlock;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;
import dev.overlap.trace.ResourceTrack;
import dev.overlap.trace.ResourceTrack.Purpose;
import dev.overlap.trace.TraceRecorder;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The locks, permits, counters and queues of one run.
 *
 * <p>All models share this one table, whether a thread blocks, a loop awaits or a worker process
 * asks over its pipe. Claims are granted first come, first served: whoever gives something back
 * hands it to the first that waits. A grant and its record are one step under one lock, so that the
 * trace never shows more holders than places, nor another order than the one that happened.
 *
 * <p>Threads: safe for any. {@link GrantListener#granted} is called without the lock.
 */
public final class SharedResources {

    private final TraceRecorder recorder;
    private final boolean breaksDeadlocks;
    private final Map<String, ResourceState> states = new LinkedHashMap<>();
    private final Map<String, SharedCounter> counters = new HashMap<>();
    private final AllTaskClaims tasks;
    private boolean stopping;
    private final List<List<TaskClaims>> deadlocks = new ArrayList<>();

    /**
     * Creates the table and adds the resources to the trace.
     *
     * @param tasks all tasks of the run
     * @param atOnce how many of them workers execute at the same time
     * @param breaksDeadlocks whether the task that completes a deadlock fails at once
     */
    public SharedResources(
            List<Resource> resources,
            List<Task> tasks,
            TraceRecorder recorder,
            int atOnce,
            boolean breaksDeadlocks) {
        this.recorder = recorder;
        this.breaksDeadlocks = breaksDeadlocks;
        for (Resource resource : resources) {
            int index =
                    recorder.addResource(resource.name(), type(resource.type()), resource.places());
            states.put(resource.name(), new ResourceState(resource, index));
            counters.put(resource.name(), new SharedCounter());
        }
        this.tasks = new AllTaskClaims(resources.isEmpty() ? List.of() : tasks, atOnce);
    }

    /** Returns a table for tasks that share nothing. */
    public static SharedResources none(TraceRecorder recorder) {
        return new SharedResources(List.of(), List.of(), recorder, Integer.MAX_VALUE, false);
    }

    private static ResourceTrack.Type type(Resource.Type type) {
        return switch (type) {
            case LOCK -> ResourceTrack.Type.LOCK;
            case PERMIT -> ResourceTrack.Type.PERMIT;
            case COUNTER -> ResourceTrack.Type.COUNTER;
            case QUEUE -> ResourceTrack.Type.QUEUE;
        };
    }

    /** Returns the number that tasks in this process share under a name. */
    SharedCounter counter(String name) {
        SharedCounter counter = counters.get(name);
        if (counter == null) {
            throw new IllegalArgumentException("there is no counter " + name);
        }
        return counter;
    }

    /** Returns the index of a resource in the trace. */
    public int index(String name) {
        return state(name).index();
    }

    private ResourceState state(String name) {
        ResourceState state = states.get(name);
        if (state == null) {
            throw new IllegalArgumentException("there is no resource " + name);
        }
        return state;
    }

    /** Notes that a worker begins a task; to be called once per task, before it asks. */
    public synchronized void begin(TaskExecution execution) {
        if (!tasks.isEmpty()) {
            tasks.begin(execution);
        }
    }

    /**
     * Searches for no more deadlocks: a run that is being cancelled stops one task after another,
     * which may leave the others waiting for one another for a moment.
     */
    public synchronized void stopSearching() {
        stopping = true;
    }

    /**
     * Asks for something. A task that has to wait is BLOCKED, and READY again once it is granted.
     *
     * @param onGrant called if it had to wait and was granted; never called once the task was
     *     stopped
     * @return whether it was granted at once
     */
    public boolean request(TaskExecution execution, Claim claim, GrantListener onGrant) {
        return request(execution, claim, onGrant, Long.MAX_VALUE);
    }

    /**
     * As above, for a claim that was on its way for a while.
     *
     * @param askedNanoTime when the task asked; counts if it is earlier than now
     */
    public boolean request(
            TaskExecution execution, Claim claim, GrantListener onGrant, long askedNanoTime) {
        List<Runnable> after = new ArrayList<>();
        boolean granted;
        synchronized (this) {
            long now = System.nanoTime();
            TaskClaim waiting =
                    claim(execution.index(), claim, onGrant, Math.min(askedNanoTime, now));
            granted = ask(waiting, now, after);
        }
        after.forEach(Runnable::run);
        return granted;
    }

    private boolean ask(TaskClaim claim, long now, List<Runnable> after) {
        Claim what = claim.claim();
        TaskClaims task = tasks.get(claim.task());
        ResourceState state = state(what.resource());
        state.waiting(what.purpose()).add(claim);
        task.setWaiting(claim);
        serve(state, claim, now, after);
        if (task.waiting() == null) {
            return true;
        }
        enter(claim, Phase.BLOCKED, now);
        search(task, now, after);
        return false;
    }

    private TaskClaim claim(int task, Claim claim, GrantListener onGrant, long askedNanoTime) {
        ResourceState state = state(claim.resource());
        ResourceTrack.Use use =
                recorder.asks(
                        state.index(),
                        task,
                        claim.purpose(),
                        askedNanoTime,
                        state.waiting(claim.purpose()).size(),
                        state.isFree() ? List.of() : state.holders());
        return new TaskClaim(task, claim, onGrant, use);
    }

    /**
     * Grants whatever can be granted now.
     *
     * @param fresh the claim that has just been made, which has not waited; null if there is none
     */
    private void serve(
            ResourceState state, @Nullable TaskClaim fresh, long now, List<Runnable> after) {
        int items = state.items();
        boolean fewerAhead = false;
        for (TaskClaim next = state.grantNext(); next != null; next = state.grantNext()) {
            recorder.granted(next.use(), now);
            fewerAhead |= tasks.granted(next);
            tasks.get(next.task()).setWaiting(null);
            if (next.claim().purpose() != Purpose.HOLD) {
                recorder.ended(next.use(), now);
            }
            if (!next.equals(fresh)) {
                enter(next, Phase.READY, now);
                after.add(next.onGrant()::granted);
            }
            if (state.items() != items) {
                items = state.items();
                recorder.filled(state.index(), items, now);
            }
        }
        if (fewerAhead) {
            searchQueues(after);
        }
    }

    private void enter(TaskClaim claim, Phase phase, long now) {
        if (!claim.onGrant().isRemote()) {
            recorder.enter(claim.task(), phase, now);
        }
    }

    /** Returns what a task holds, as in {@code lock account}, the latest first. */
    public synchronized List<String> heldBy(TaskExecution execution) {
        return tasks.isEmpty()
                ? List.of()
                : tasks.get(execution.index()).held().stream()
                        .map(held -> state(held.claim().resource()).label())
                        .toList();
    }

    /** Gives back a lock or permit that a task holds. */
    public void release(TaskExecution execution, String resource) {
        List<Runnable> after = new ArrayList<>();
        synchronized (this) {
            TaskClaims task = tasks.get(execution.index());
            for (TaskClaim held : List.copyOf(task.held())) {
                if (held.claim().resource().equals(resource)) {
                    giveBack(held, after);
                }
            }
        }
        after.forEach(Runnable::run);
    }

    private void giveBack(TaskClaim held, List<Runnable> after) {
        long now = System.nanoTime();
        ResourceState state = state(held.claim().resource());
        tasks.get(held.task()).held().remove(held);
        state.holders().remove(Integer.valueOf(held.task()));
        recorder.ended(held.use(), now);
        serve(state, null, now, after);
    }

    /** Ends a task: gives back all that it holds, in reverse order, and lets it wait no longer. */
    public void end(TaskExecution execution) {
        if (tasks.isEmpty()) {
            return;
        }
        List<Runnable> after = new ArrayList<>();
        synchronized (this) {
            TaskClaims task = tasks.get(execution.index());
            withdraw(task, System.nanoTime());
            for (TaskClaim held : List.copyOf(task.held())) {
                giveBack(held, after);
            }
            tasks.end(task);
            searchQueues(after);
        }
        after.forEach(Runnable::run);
    }

    /** Lets a task that was stopped wait no longer. */
    public synchronized void withdraw(TaskExecution execution) {
        if (!tasks.isEmpty()) {
            withdraw(tasks.get(execution.index()), System.nanoTime());
        }
    }

    private void withdraw(TaskClaims task, long now) {
        TaskClaim claim = task.waiting();
        if (claim != null) {
            state(claim.claim().resource()).waiting(claim.claim().purpose()).remove(claim);
            recorder.ended(claim.use(), now);
            task.setWaiting(null);
        }
    }

    /** Searches again where a task that could have served a queue is over. */
    private void searchQueues(List<Runnable> after) {
        for (ResourceState state : states.values()) {
            for (Purpose purpose : List.of(Purpose.PUT, Purpose.TAKE)) {
                TaskClaim first = state.waiting(purpose).peek();
                if (first != null && first.claim().purpose() == purpose) {
                    search(tasks.get(first.task()), System.nanoTime(), after);
                }
            }
        }
    }

    private void search(TaskClaims task, long now, List<Runnable> after) {
        if (stopping) {
            return;
        }
        DeadlockFinder finder = new DeadlockFinder(tasks, states);
        List<TaskClaims> stuck = finder.behind(task);
        if (stuck.isEmpty() || deadlocks.contains(stuck)) {
            return;
        }
        deadlocks.add(stuck);
        recorder.found(
                new Deadlock(
                        recorder.trace().sinceZero(now),
                        stuck.stream().map(finder::record).toList()));
        TaskClaims closing = stuck.contains(task) ? task : stuck.getLast();
        TaskExecution last = closing.execution();
        if (breaksDeadlocks && last != null) {
            Outcome outcome = new DeadlockSentences(finder, stuck).deadlock(closing);
            after.add(() -> last.stop(outcome));
        }
    }

    /**
     * Returns the outcome of a task that has reached its timeout. If it is in a deadlock, all tasks
     * of that deadlock end with it, at the same instant and before anything is given back.
     *
     * @return null if it did not wait for a resource
     */
    public @Nullable Outcome timedOut(TaskExecution execution, Duration timeout) {
        if (tasks.isEmpty()) {
            return null;
        }
        Map<TaskExecution, Outcome> others = new LinkedHashMap<>();
        Outcome own;
        synchronized (this) {
            TaskClaims task = tasks.get(execution.index());
            if (task.waiting() == null) {
                return null;
            }
            DeadlockFinder finder = new DeadlockFinder(tasks, states);
            List<TaskClaims> stuck = finder.with(task);
            DeadlockSentences text = new DeadlockSentences(finder, stuck);
            own = stuck.isEmpty() ? text.timedOut(task, timeout) : text.deadlock(task);
            stuck.forEach(each -> addOther(each, task, text.deadlock(each), others));
            long now = System.nanoTime();
            withdraw(task, now); // or it could be granted before its end is recorded
            stuck.forEach(each -> withdraw(each, now));
        }
        TaskExecution.stopTogether(execution, own, others);
        return own;
    }

    private static void addOther(
            TaskClaims task, TaskClaims own, Outcome outcome, Map<TaskExecution, Outcome> to) {
        TaskExecution execution = task.execution();
        if (execution != null && !task.equals(own)) {
            to.put(execution, outcome);
        }
    }
}
