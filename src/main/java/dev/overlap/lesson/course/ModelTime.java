package dev.overlap.lesson.course;

/**
 * How long a lesson's list took under a model, and the guess that was made before.
 *
 * @param model the id of the model
 * @param guessNanos above 0, or {@link #NO_GUESS}
 * @param wallNanos the measured wall time, above 0: of the run, or the median of several
 */
public record ModelTime(String model, long guessNanos, long wallNanos) {

    /** In place of a guess: there was none. */
    public static final long NO_GUESS = -1;

    private static final int MAX_ID_LENGTH = 100;

    public ModelTime {
        if (model.isBlank() || model.length() > MAX_ID_LENGTH) {
            throw new IllegalArgumentException("This is not the id of a model: " + model);
        }
        if (wallNanos <= 0 || (guessNanos <= 0 && guessNanos != NO_GUESS)) {
            throw new IllegalArgumentException("A time is above zero.");
        }
    }

    /** Whether there was a guess before the first measurement. */
    public boolean isGuessed() {
        return guessNanos != NO_GUESS;
    }

    /** The error of the guess relative to the measured time: 0.4 is 40 % too long. */
    public double error() {
        if (!isGuessed()) {
            throw new IllegalStateException("There was no guess.");
        }
        return (double) guessNanos / wallNanos - 1;
    }

    /** Returns the wall time of a later measurement with the guess of this one. */
    ModelTime measuredAgain(ModelTime later) {
        return new ModelTime(model, guessNanos, later.wallNanos);
    }
}
