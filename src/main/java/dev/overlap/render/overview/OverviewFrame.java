package dev.overlap.render.overview;

import dev.overlap.render.StepDecimator;
import dev.overlap.render.TimeRange;

import org.jspecify.annotations.Nullable;

/**
 * The content of one drawing of the overview. Equal frames look the same.
 *
 * @param curve the tasks in flight, of the whole run
 * @param knownNanos the end of the run, or the present of a live one
 * @param whole the time that the overview shows
 * @param shown the part that the timeline shows
 * @param range the range that is measured, or null
 * @param playheadNanos the instant of a replay, or {@link #NO_PLAYHEAD}
 */
public record OverviewFrame(
        StepDecimator curve,
        long knownNanos,
        TimeRange whole,
        TimeRange shown,
        @Nullable TimeRange range,
        long playheadNanos) {

    /** In place of an instant: there is no replay. */
    public static final long NO_PLAYHEAD = -1;
}
