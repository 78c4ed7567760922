package dev.overlap.engine.task;

import dev.overlap.plan.DurationParser;
import dev.overlap.trace.FailureKind;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;

import java.time.Duration;

/** The failures of tasks that do not come from an exception of a library, such as timeouts. */
public final class TaskFailures {

    private TaskFailures() {}

    /** Returns the outcome of a task that exceeded its timeout. */
    public static Outcome.Failed timedOut(Duration timeout, Phase during, String label) {
        return new Outcome.Failed(
                FailureKind.TIMED_OUT,
                "%s took longer than %s; the time ran out in the phase \"%s\". Raise the timeout, or ask for less."
                        .formatted(label, DurationParser.write(timeout), during.words()));
    }

    /** Returns the outcome of a task whose step waited for the loop that it blocked. */
    public static Outcome.Failed waitedForItself(Duration timeout, String label) {
        return new Outcome.Failed(
                FailureKind.TIMED_OUT,
                "%s hung for %s, until its timeout: its step held the loop and waited for that same loop. Await it instead of blocking."
                        .formatted(label, DurationParser.write(timeout)));
    }

    /** Returns the outcome of a task whose event loop has died. */
    public static Outcome.Failed loopDied(String label) {
        return new Outcome.Failed(
                FailureKind.OTHER,
                label
                        + " was not finished: the event loop died because of a fault in Overlap."
                        + " Run it again.");
    }

    /** Returns the outcome of a task for which the system refused a thread. */
    public static Outcome.Failed noThread(String label) {
        return new Outcome.Failed(
                FailureKind.TOO_MANY_THREADS,
                label
                        + " could not be started: this system allows no more threads. Run fewer"
                        + " tasks at once, or on virtual threads.");
    }
}
