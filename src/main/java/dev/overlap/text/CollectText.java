package dev.overlap.text;

import dev.overlap.trace.CollectRule;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;

/** Words for when the program has the results of its tasks in hand. */
public final class CollectText {

    /** The name of the lane. */
    public static final String PROGRAM = "the program";

    public static final String PROGRAM_MEANING =
            "The code that wants the results: where it has one in hand, the lane has a mark. With"
                    + " asyncio it is the coroutine that awaits the others.";

    /** The entry of the legend. */
    public static final String NOT_YET = "done, not yet collected";

    public static final String NOT_YET_MEANING =
            "The task is done, and the program has not got to its result: it waits for another one"
                    + " first. Also called head-of-line blocking.";

    private CollectText() {}

    /** Returns when the program had its first result; empty if it has none yet. */
    public static String first(long nanos) {
        return nanos < 0 ? "" : "first result after " + DurationFormat.text(nanos);
    }

    /** Returns how many results the program has, as in "3 of 10". */
    public static String collected(int collected, int tasks) {
        return NumberFormats.count(collected) + " of " + NumberFormats.count(tasks);
    }

    /**
     * Returns a sentence on when the program had the result of a task; empty if all are collected
     * at the end, and for a task that has not ended or whose result nobody wants.
     */
    public static String of(Trace trace, TaskTrack task, long horizonNanos) {
        long collected = task.collectedNanos();
        if (trace.collects() == CollectRule.AT_END || task.endNanos() > horizonNanos) {
            return "";
        }
        boolean isWhole = trace.isFinished() && horizonNanos >= trace.wallNanos();
        if (collected >= 0 && (isWhole || collected <= horizonNanos)) {
            return "The program had its result in hand after "
                    + DurationFormat.text(collected)
                    + ", "
                    + DurationFormat.text(collected - task.endNanos())
                    + " after its end.";
        }
        boolean isNeverCollected = trace.isFinished() && collected < 0;
        return trace.collects() == CollectRule.FIRST || isNeverCollected
                ? ""
                : "It is done, and the program has not collected its result yet.";
    }
}
