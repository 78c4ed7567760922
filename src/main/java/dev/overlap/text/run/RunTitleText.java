package dev.overlap.text.run;

import dev.overlap.text.NumberFormats;
import dev.overlap.text.UncontendedTimeText;
import dev.overlap.trace.Trace;
import dev.overlap.trace.metrics.WorkerCounts;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The words of the line that says whose run is shown; shared by the window and by images. */
public final class RunTitleText {

    public static final String SEPARATOR = " \u00b7 ";
    public static final String RUN_AGAIN = "Run again";
    public static final String RUN_NOW = "Run again as set now";
    public static final String RUN_NOW_HELP =
            "Run the list, the model and the settings that the window holds now (F5).";
    public static final String RUN_AGAIN_HELP = "Run the list once more (F5).";
    public static final String RUN_OWN_HELP =
            "Run the list of this run once more, with its own model and settings.";
    public static final String RUNNING = "running";
    public static final String STOPPED = "stopped after %s";
    public static final String ACCESSIBLE = "Shown run: %s.";
    private static final String PART = "from a comparison";
    private static final String BEFORE_SETTINGS = "before the settings changed";

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH);

    private RunTitleText() {}

    /** Returns when a run began, such as {@code 1 January 1970, 00:00}. */
    public static String date(ZonedDateTime begun) {
        return DATE.format(begun);
    }

    /** Returns the workers that have started, such as {@code 4 threads}; empty before the first. */
    public static String workers(Trace trace) {
        return WorkerCounts.of(trace).words(NumberFormats::count, SEPARATOR);
    }

    /** Returns the number of tasks, such as {@code 6 tasks}. */
    public static String tasks(Trace trace) {
        return NumberFormats.count(trace.tasks().size(), "task");
    }

    /**
     * Returns the speed-up over a sequential run: as measured if there is such a run, else as
     * derived, and marked as that; empty if neither is known.
     *
     * @param measured NaN if unknown
     * @param derived NaN if unknown
     */
    public static String speedUp(double measured, double derived) {
        return Double.isNaN(measured) && Double.isNaN(derived)
                ? ""
                : speedUpOrNone(measured, derived);
    }

    /** Returns the same, or a placeholder if neither is known. */
    static String speedUpOrNone(double measured, double derived) {
        return Double.isNaN(measured)
                ? UncontendedTimeText.speedUp(derived)
                : UncontendedTimeText.times(measured) + " (measured)";
    }

    /**
     * Returns that a run belongs to a comparison.
     *
     * @param runs the number of runs of which it is the median
     */
    public static String part(int runs) {
        return runs == 1 ? PART : PART + ", median of " + NumberFormats.count(runs, "run");
    }

    /**
     * Returns in what a run differs from what the window would run now, such as {@code run of
     * another list}; empty for nothing.
     */
    public static String difference(boolean list, boolean model, boolean settings) {
        String other =
                list && model
                        ? "another list and another model"
                        : list ? "another list" : model ? "another model" : "";
        if (other.isEmpty()) {
            return settings ? "run " + BEFORE_SETTINGS : "";
        }
        return "run of " + other + (settings ? ", " + BEFORE_SETTINGS : "");
    }

    /** Returns words as a sentence. */
    public static String sentence(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
    }
}
