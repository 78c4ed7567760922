package dev.overlap.comparison.forecast;

/**
 * How far a comparison is.
 *
 * @param done the number of finished runs
 * @param total the number of all runs
 * @param elapsedNanos since it began
 * @param leftNanos until it will probably end, or -1 if that is not known
 */
public record ForecastProgress(int done, int total, long elapsedNanos, long leftNanos) {

    /** The share that is done, from 0 to 1: of the time if that is known, else of the runs. */
    public double share() {
        return leftNanos < 0 || elapsedNanos + leftNanos == 0
                ? (double) done / Math.max(1, total)
                : (double) elapsedNanos / (elapsedNanos + leftNanos);
    }
}
