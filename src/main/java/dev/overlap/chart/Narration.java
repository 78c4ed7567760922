package dev.overlap.chart;

import dev.overlap.paint.Durations;
import dev.overlap.trace.Statistics;
import dev.overlap.trace.Trace;

/** What a screen reader says of a timeline. */
final class Narration {

    static final String EMPTY = "Timeline. Nothing has been run yet.";

    private Narration() {}

    static String of(Trace trace, Statistics numbers) {
        String ended = numbers.answered() + " answered, " + numbers.failed() + " failed";
        if (!trace.isFinished()) {
            return "Timeline of " + numbers.tasks() + " tasks, running: " + ended + ".";
        }
        return "Timeline of "
                + numbers.tasks()
                + " tasks, finished in "
                + Durations.text(numbers.wallNanos())
                + ": "
                + ended
                + ", at most "
                + numbers.peakInFlight()
                + " in flight at once.";
    }
}
