package dev.overlap.lesson;

import dev.overlap.plan.DurationParser;
import dev.overlap.plan.Quoting;

import java.time.Duration;

/**
 * The stretch of a run that the chart is to show.
 *
 * @param from since time zero
 * @param to after {@code from}
 */
public record Zoom(Duration from, Duration to) {

    /** The whole run, however long it is. */
    public static final Zoom ALL = new Zoom(Duration.ZERO, Duration.ofNanos(Long.MAX_VALUE));

    public Zoom {
        if (from.compareTo(to) >= 0) {
            throw new IllegalArgumentException("A zoom ends after it begins, as in 100ms-400ms.");
        }
    }

    /**
     * Reads a zoom, such as {@code 100ms-400ms}, or {@code all}.
     *
     * @throws IllegalArgumentException with a sentence for people, if it is none
     */
    static Zoom parse(String text) {
        if (text.strip().equals("all")) {
            return ALL;
        }
        String[] ends = text.split("-", -1);
        if (ends.length != 2) {
            throw new IllegalArgumentException(
                    "%s is no zoom. Write it as in 100ms-400ms, or all."
                            .formatted(Quoting.of(text)));
        }
        return new Zoom(DurationParser.read(ends[0]), DurationParser.read(ends[1]));
    }
}
