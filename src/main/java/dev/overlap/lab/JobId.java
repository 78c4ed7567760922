package dev.overlap.lab;

/**
 * A job of the lab. All its state is in its URL, so that any number of jobs costs no memory.
 *
 * @param startedMicros when it was started, in microseconds since the lab started
 * @param takesMillis how long it takes, in milliseconds
 */
record JobId(long startedMicros, int takesMillis) {

    private static final long MICROS_PER_SECOND = 1_000_000;

    /** Returns the path at which to poll this job. */
    String location() {
        return "/jobs/" + startedMicros + "?takes=" + takesMillis;
    }

    /** Returns the remaining microseconds, 0 when the job is done. */
    long leftMicros(long nowMicros) {
        return Math.max(0, startedMicros + takesMillis * 1_000L - nowMicros);
    }

    /**
     * Returns the value of {@code Retry-After} in whole seconds: 1 while a second or more is left,
     * else 0, which leaves the interval to the client. Rounding up would make a job of 400 ms take
     * a second.
     */
    int retryAfterSeconds(long nowMicros) {
        return leftMicros(nowMicros) >= MICROS_PER_SECOND ? 1 : 0;
    }
}
