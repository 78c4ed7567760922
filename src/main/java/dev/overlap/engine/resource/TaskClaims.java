package dev.overlap.engine.resource;

import dev.overlap.engine.task.TaskExecution;
import dev.overlap.plan.Step;
import dev.overlap.plan.Task;
import dev.overlap.trace.ResourceTrack.Purpose;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What a task has and waits for. Guarded by the lock of its {@link SharedResources}. */
final class TaskClaims {

    private final int index;
    private final Map<Claim, Integer> ahead = new HashMap<>();
    private final Deque<TaskClaim> held = new ArrayDeque<>();
    private @Nullable TaskExecution execution;
    private @Nullable TaskClaim waiting;

    TaskClaims(Task task) {
        index = task.index();
        task.steps().flat().forEach(this::count);
    }

    private void count(Step step) {
        Claim claim = Claim.of(step);
        if (claim != null && claim.purpose() != Purpose.HOLD) {
            ahead.merge(claim, 1, Integer::sum);
        }
    }

    int index() {
        return index;
    }

    /** Returns its execution; null before a worker has begun it. */
    @Nullable TaskExecution execution() {
        return execution;
    }

    void begin(TaskExecution begun) {
        execution = begun;
    }

    boolean hasBegun() {
        return execution != null;
    }

    void end() {
        waiting = null;
    }

    /** Returns what it waits for, or null while it does not wait. */
    @Nullable TaskClaim waiting() {
        return waiting;
    }

    void setWaiting(@Nullable TaskClaim claim) {
        waiting = claim;
    }

    /** Returns what it holds, the latest first. */
    Deque<TaskClaim> held() {
        return held;
    }

    /** Notes that a claim was granted. */
    void granted(TaskClaim claim) {
        if (claim.claim().purpose() == Purpose.HOLD) {
            held.push(claim);
        } else {
            ahead.computeIfPresent(claim.claim(), (_, left) -> left == 1 ? null : left - 1);
        }
    }

    /** Returns the steps at queues that it has ahead or waits in. */
    Set<Claim> ahead() {
        return ahead.keySet();
    }
}
