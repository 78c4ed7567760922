package dev.overlap.engine.resource;

import dev.overlap.engine.task.TaskExecution;
import dev.overlap.plan.DurationParser;
import dev.overlap.trace.FailureKind;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.ResourceTrack.Purpose;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** The failures of tasks that waited for a resource: who waits for what, and who has it. */
final class DeadlockSentences {

    /** The most tasks of a deadlock that a sentence names. */
    private static final int MAX_NAMED = 6;

    private final DeadlockFinder finder;
    private final String waits; // the same for all tasks of a deadlock

    /**
     * @param stuck the tasks of a deadlock; may be empty
     */
    DeadlockSentences(DeadlockFinder finder, List<TaskClaims> stuck) {
        this.finder = finder;
        waits = stuck.isEmpty() ? "" : waits(stuck);
    }

    private String waits(List<TaskClaims> stuck) {
        String first =
                stuck.stream()
                        .limit(MAX_NAMED)
                        .map(each -> name(each) + " waits for " + wait(each))
                        .collect(Collectors.joining("; "));
        int others = stuck.size() - MAX_NAMED;
        String more = others > 0 ? "; and so on for " + others + " more" : "";
        return first + more + ". " + advice(stuck);
    }

    /** Returns the outcome of a task in the deadlock. */
    Outcome.Failed deadlock(TaskClaims task) {
        return new Outcome.Failed(
                FailureKind.DEADLOCK, label(task) + " is in a deadlock: " + waits);
    }

    private static String advice(List<TaskClaims> stuck) {
        return stuck.stream().allMatch(task -> purpose(task) == Purpose.HOLD)
                ? "Let all tasks ask for locks in the same order."
                : "Run more tasks at once, or make the queue larger.";
    }

    /** Returns the outcome of a task that has waited until its timeout. */
    Outcome.Failed timedOut(TaskClaims task, Duration timeout) {
        return new Outcome.Failed(
                FailureKind.TIMED_OUT,
                "%s took longer than %s; the time ran out while it waited for %s. Raise the timeout, or let others give way sooner."
                        .formatted(label(task), DurationParser.write(timeout), wait(task)));
    }

    private String wait(TaskClaims task) {
        TaskClaim claim = task.waiting();
        if (claim == null) {
            return "nothing";
        }
        String resource = finder.resource(task).label();
        List<TaskClaims> others = finder.waitsFor(task);
        return switch (claim.claim().purpose()) {
            case HOLD -> resource + ", held by " + names(others);
            case TAKE -> "an item of " + resource + ", " + source(others, "put");
            case PUT -> "room in " + resource + ", " + source(others, "take");
        };
    }

    private static String source(List<TaskClaims> others, String step) {
        if (others.isEmpty()) {
            return "and no task is left that would " + step + " one";
        }
        boolean waitForWorker = others.stream().noneMatch(TaskClaims::hasBegun);
        return "which only "
                + names(others)
                + " would "
                + step
                + (waitForWorker
                        ? (others.size() == 1 ? ", which waits" : ", which wait") + " for a worker"
                        : "");
    }

    private static String names(List<TaskClaims> tasks) {
        if (tasks.size() == 1) {
            return name(tasks.getFirst());
        }
        String numbers =
                tasks.stream()
                        .limit(MAX_NAMED)
                        .map(task -> Integer.toString(task.index() + 1))
                        .collect(Collectors.joining(", "));
        return "tasks " + numbers + (tasks.size() > MAX_NAMED ? " and others" : "");
    }

    private static String name(TaskClaims task) {
        return "task " + (task.index() + 1);
    }

    private static Purpose purpose(TaskClaims task) {
        TaskClaim claim = task.waiting();
        return claim == null ? Purpose.HOLD : claim.claim().purpose();
    }

    private static String label(TaskClaims task) {
        TaskExecution execution = task.execution();
        return execution == null ? name(task) : execution.label();
    }
}
