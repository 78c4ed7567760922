package dev.overlap.engine.task;

import dev.overlap.plan.DurationParser;
import dev.overlap.trace.FailureKind;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;

import java.time.Duration;

/** The failures of tasks that no library tells of: time that ran out, and what a run lacks. */
public final class TaskFailures {

    private TaskFailures() {}

    /**
     * The outcome of a task that took longer than it may.
     *
     * @param tried how many addresses it was connecting to, none of which had connected; 0 in other
     *     phases
     */
    static Outcome.Failed timedOut(Duration timeout, Phase during, int tried, String label) {
        String addresses =
                tried < 2 ? "" : ", and none of the " + tried + " addresses tried had connected";
        return new Outcome.Failed(
                FailureKind.TIMED_OUT,
                "%s took longer than %s; the time ran out in the phase \"%s\"%s. Raise the timeout, or ask for less."
                        .formatted(
                                label, DurationParser.write(timeout), during.words(), addresses));
    }

    /** The outcome of a task whose step waited for the loop that it held. */
    public static Outcome.Failed waitedForItself(Duration timeout, String label) {
        return new Outcome.Failed(
                FailureKind.TIMED_OUT,
                "%s hung for %s, until its timeout: its step held the loop and waited for that same loop. Await it instead of blocking."
                        .formatted(label, DurationParser.write(timeout)));
    }

    /** The outcome of a task that waited for a loop that is there no more. */
    public static Outcome.Failed loopDied(String label) {
        return new Outcome.Failed(
                FailureKind.OTHER,
                label
                        + " was not finished: the event loop has died, by a fault of Overlap. Run"
                        + " it again.");
    }

    /** The outcome of a task for which the system had no thread. */
    public static Outcome.Failed noThread(String label) {
        return new Outcome.Failed(
                FailureKind.TOO_MANY_THREADS,
                label
                        + " could not be begun: this system allows no more threads. Run fewer tasks"
                        + " at once, or on virtual threads.");
    }
}
