package dev.overlap.trace.metrics;

/** Counts the delays of one kind in a run, and decides whether they matter. */
final class DelayStatistics {

    private static final long MIN_NANOS = MachineLoad.MIN_MILLIS * 1_000_000L;

    /** A tenth. */
    private static final long SHARE = 10;

    private int all;
    private int tooLong;
    private long longest = MachineLoad.UNKNOWN;
    private long longestTooLong;

    /**
     * Adds a delay.
     *
     * @param delay 0 or more
     * @param excused the part of it that the run itself may have caused
     * @param expected the time after which there would have been no delay
     */
    void add(long delay, long excused, long expected) {
        all++;
        longest = Math.max(longest, delay);
        long own = delay - excused;
        if (own > MIN_NANOS && own > expected / SHARE) {
            tooLong++;
            longestTooLong = Math.max(longestTooLong, own);
        }
    }

    /** Returns the longest delay, or {@link MachineLoad#UNKNOWN} if nothing was added. */
    long longestNanos() {
        return longest;
    }

    /**
     * Returns the longest delay that the run did not cause, if such delays distort a run that took
     * this long; otherwise 0.
     */
    long notableNanos(long wallNanos) {
        boolean often = tooLong >= all / (double) SHARE;
        return often || longestTooLong > wallNanos / SHARE ? longestTooLong : 0;
    }
}
