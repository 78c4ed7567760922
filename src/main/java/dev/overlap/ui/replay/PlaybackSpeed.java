package dev.overlap.ui.replay;

import dev.overlap.text.ReplayText;

import java.util.List;
import java.util.stream.Stream;

/** How fast a run is replayed. */
public sealed interface PlaybackSpeed {

    /**
     * As the run went, slower or not.
     *
     * @param factor seconds of the run per second on the clock
     */
    record Times(double factor) implements PlaybackSpeed {}

    /**
     * From one event to the next, however far apart they are.
     *
     * @param holdNanos how long each one is shown, on the clock
     */
    record ByEvent(long holdNanos) implements PlaybackSpeed {}

    /** As it went. */
    static PlaybackSpeed usual() {
        return new Times(1);
    }

    /** What can be chosen, the slowest first. */
    static List<PlaybackSpeed> all() {
        Stream<PlaybackSpeed> times =
                Stream.of(0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1.0).map(Times::new);
        return Stream.concat(times, Stream.of(new ByEvent(500_000_000))).toList();
    }

    /** What it is called where there is room for a sentence. */
    default String words() {
        return switch (this) {
            case Times _ -> shortWords();
            case ByEvent _ -> ReplayText.BY_EVENT;
        };
    }

    /** What it is called where there is little room. */
    default String shortWords() {
        return switch (this) {
            case Times(double factor) -> (factor == 1 ? "1" : Double.toString(factor)) + "\u00d7";
            case ByEvent _ -> "by event";
        };
    }
}
