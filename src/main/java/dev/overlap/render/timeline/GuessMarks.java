package dev.overlap.render.timeline;

/**
 * How long people think that it takes; in nanoseconds, or -1. What was thought before a run stays
 * as it was then: whoever has seen the truth can only guess at the next run.
 *
 * @param nanos what stood when the run that is shown began, or what there is before any run
 * @param nextNanos what was thought for the next run since, where that is something else
 */
public record GuessMarks(long nanos, long nextNanos) {

    /** The value of a guess that means: nobody has said anything. */
    public static final long NO_GUESS = -1;

    public static final GuessMarks NOTHING = new GuessMarks(NO_GUESS, NO_GUESS);

    /** A guess for the run that is shown alone. */
    public static GuessMarks of(long nanos) {
        return new GuessMarks(nanos, NO_GUESS);
    }

    /** The longest, or -1. */
    long most() {
        return Math.max(nanos, nextNanos);
    }
}
