package dev.overlap.render.timeline;

/**
 * The user's guesses on a timeline, in nanoseconds, or -1. The guess for a run is fixed when it
 * begins: once its duration is visible, only the next run can be guessed.
 *
 * @param nanos the guess when the shown run began, or the current one before any run
 * @param nextNanos a different guess made since, for the next run
 */
public record GuessMarks(long nanos, long nextNanos) {

    /** The value for no guess. */
    public static final long NO_GUESS = -1;

    public static final GuessMarks NOTHING = new GuessMarks(NO_GUESS, NO_GUESS);

    /** Returns a guess for the shown run only. */
    public static GuessMarks of(long nanos) {
        return new GuessMarks(nanos, NO_GUESS);
    }

    /** The longer of the two, or -1. */
    long max() {
        return Math.max(nanos, nextNanos);
    }
}
