package dev.overlap.chart;

import dev.overlap.compare.Entry;
import dev.overlap.paint.Counts;
import dev.overlap.paint.Durations;
import dev.overlap.paint.Frame;
import dev.overlap.paint.GuessWords;
import dev.overlap.paint.Multiples;
import dev.overlap.paint.SweepPicture;
import dev.overlap.trace.Statistics;
import dev.overlap.trace.Trace;

import java.util.List;
import java.util.stream.Collectors;

/** What a screen reader says of a chart. */
final class Narration {

    static final String EMPTY = "Timeline. Nothing has been run yet.";
    static final String NOTHING_COMPARED = "Comparison. Nothing has been compared yet.";

    static final String NOTHING_SWEPT = "Sweep. Nothing has been measured yet.";

    private Narration() {}

    /** The timeline of a frame, and what its rows are where they are not its tasks. */
    static String of(Frame frame) {
        Trace trace = frame.trace();
        String said = of(trace, frame.figures().soFar());
        String rows =
                switch (frame.folding()) {
                    case TASKS -> "";
                    case WORKERS -> " Rows by worker: " + rows(frame, "worker");
                    case CONNECTIONS -> " Rows by connection: " + rows(frame, "connection");
                };
        return said + rows + selected(trace, frame.selectedTask());
    }

    private static String selected(Trace trace, int task) {
        return task < 0 || task >= trace.tasks().size()
                ? ""
                : " Selected: " + trace.task(task).label() + ".";
    }

    private static String rows(Frame frame, String one) {
        return Counts.text(frame.rows(), one) + ".";
    }

    private static String of(Trace trace, Statistics numbers) {
        String tasks = Counts.text(numbers.tasks(), "task");
        String ended = ended(numbers);
        if (!trace.isFinished()) {
            return "Timeline of " + tasks + ", running: " + ended + ".";
        }
        return "Timeline of "
                + tasks
                + ", finished in "
                + Durations.text(numbers.wallNanos())
                + ": "
                + ended
                + ", at most "
                + numbers.peakInFlight()
                + " in flight at once.";
    }

    /** How the tasks ended; those that neither were answered nor failed where there are any. */
    private static String ended(Statistics numbers) {
        return numbers.answered()
                + " answered, "
                + (numbers.computed() == 0 ? "" : numbers.computed() + " computed, ")
                + numbers.failed()
                + " failed"
                + (numbers.cancelled() == 0 ? "" : ", " + numbers.cancelled() + " cancelled");
    }

    /** All entries with their wall times, in the order in which they are shown. */
    static String of(Multiples shown) {
        String entries =
                shown.order().of(shown.comparison()).stream()
                        .map(entry -> of(entry, shown))
                        .collect(Collectors.joining("; "));
        String count = Counts.text(shown.comparison().entries().size(), "way");
        String said = shown.sentence().isEmpty() ? "" : " " + shown.sentence();
        return "Comparison of "
                + count
                + " to run the list. "
                + entries
                + "."
                + said
                + selected(shown);
    }

    private static String selected(Multiples shown) {
        List<Entry> entries = shown.comparison().entries();
        int selected = shown.selected();
        return selected < 0 || selected >= entries.size()
                ? ""
                : " Selected: " + entries.get(selected).variant().name() + ".";
    }

    private static String of(Entry entry, Multiples shown) {
        String name = entry.variant().name() + ": ";
        Long guess = shown.guesses().of(entry.variant().plan().model());
        String guessed = guess == null ? "" : ", " + GuessWords.of(guess, entry.medianNanos());
        if (entry.medianNanos() >= 0) {
            return name + Durations.text(entry.medianNanos()) + guessed;
        }
        boolean over = shown.comparison().finished();
        String waits = over ? "was not run" : "waits for its turn";
        return name + (entry.live() == null ? waits : "running") + guessed;
    }

    /** All points that are measured. */
    static String of(SweepPicture shown) {
        String points =
                shown.points().stream()
                        .filter(point -> point.medianNanos() >= 0)
                        .map(point -> of(point.workers(), point.medianNanos()))
                        .collect(Collectors.joining("; "));
        return points.isEmpty()
                ? NOTHING_SWEPT
                : ("Wall time against workers. " + points + ". " + shown.sentence()).strip()
                        + selected(shown);
    }

    private static String selected(SweepPicture shown) {
        int selected = shown.selected();
        return selected < 0 || selected >= shown.points().size()
                ? ""
                : " Selected: "
                        + Counts.text(shown.points().get(selected).workers(), "worker")
                        + ".";
    }

    private static String of(int workers, long wallNanos) {
        return Counts.text(workers, "worker") + ": " + Durations.text(wallNanos);
    }
}
