package dev.overlap.lab;

/**
 * A job of the lab. It is remembered by nobody: all there is to know stands in its URL, so that any
 * number of jobs costs nothing.
 *
 * @param startedMicros when it was posted, in microseconds since the lab started
 * @param takesMillis how long it takes from then on, in milliseconds
 */
record JobId(long startedMicros, int takesMillis) {

    private static final long MICROS_PER_SECOND = 1_000_000;

    /** Where to ask for this job. */
    String location() {
        return "/jobs/" + startedMicros + "?takes=" + takesMillis;
    }

    /** Microseconds that are left, 0 when the job is done. */
    long leftMicros(long nowMicros) {
        return Math.max(0, startedMicros + takesMillis * 1_000L - nowMicros);
    }

    /**
     * What {@code Retry-After} says, in whole seconds as HTTP has it: 1 while a second or more is
     * left, else 0, which leaves the pace to whoever asks. Rounding up instead would make a job of
     * 400 ms look like one of a second.
     */
    int retryAfterSeconds(long nowMicros) {
        return leftMicros(nowMicros) >= MICROS_PER_SECOND ? 1 : 0;
    }
}
