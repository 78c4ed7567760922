package dev.overlap.ui.replay;

import dev.overlap.text.ReplayText;

import java.util.List;
import java.util.stream.Stream;

/** The speed of a replay. */
public sealed interface PlaybackSpeed {

    /**
     * A fixed factor of real time.
     *
     * @param factor seconds of the run per second of replay
     */
    record Times(double factor) implements PlaybackSpeed {}

    /**
     * One event after the other, regardless of the time between them.
     *
     * @param holdNanos how long each event is shown
     */
    record ByEvent(long holdNanos) implements PlaybackSpeed {}

    /** Real time. */
    static PlaybackSpeed realTime() {
        return new Times(1);
    }

    /** All selectable speeds, the slowest first. */
    static List<PlaybackSpeed> all() {
        Stream<PlaybackSpeed> times =
                Stream.of(0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0)
                        .map(Times::new);
        return Stream.concat(times, Stream.of(new ByEvent(500_000_000))).toList();
    }

    /** The label in the open list. */
    default String text() {
        return switch (this) {
            case Times _ -> shortText();
            case ByEvent _ -> ReplayText.BY_EVENT;
        };
    }

    /** The short label in the closed combo box. */
    default String shortText() {
        return switch (this) {
            case Times(double factor) -> factor(factor) + "\u00d7";
            case ByEvent _ -> "by event";
        };
    }

    private static String factor(double factor) {
        return factor == Math.rint(factor)
                ? Long.toString(Math.round(factor))
                : Double.toString(factor);
    }
}
