package dev.overlap.trace.metrics;

/**
 * The time in which no model can do a list faster, and why.
 *
 * <pre>
 * bound = the largest of
 *     the longest task alone
 *     for each lock:    the sum over all tasks of what they need alone while they hold it
 *     for each permit:  that sum, divided by its places
 *     the CPU time of all tasks, divided by the number of processors
 * </pre>
 *
 * <p>What a task needs <em>alone</em> is defined in {@link UncontendedTimes}. How long a lock was
 * held would be no bound: a task that waits for something else meanwhile holds it for longer than
 * it needs.
 *
 * @param nanos less than 1 if unknown
 */
public record LowerBound(long nanos, Cause cause) {

    /** What takes that long. */
    public sealed interface Cause {

        /**
         * A single task.
         *
         * @param task its index, or -1 if no task succeeded
         */
        record LongestTask(int task) implements Cause {}

        /**
         * The steps that all tasks do while they hold a lock or permit.
         *
         * @param resource its index
         * @param label its name with its kind, as in {@code lock account}
         */
        record Held(int resource, String label, int places) implements Cause {}

        /** All computations, spread evenly over the processors. */
        record Processors(int count) implements Cause {}
    }

    /** Where nothing is known. */
    public static final LowerBound UNKNOWN =
            new LowerBound(UncontendedTimes.UNKNOWN, new Cause.LongestTask(-1));

    /** Returns whether there is one. */
    public boolean isKnown() {
        return nanos > 0;
    }

    /** Returns whether it is due to something other than the longest task. */
    public boolean exceedsLongestTask() {
        return isKnown() && !(cause instanceof Cause.LongestTask);
    }

    /** Returns the larger one; this one if they are equal. */
    LowerBound or(LowerBound other) {
        return other.nanos > nanos ? other : this;
    }
}
