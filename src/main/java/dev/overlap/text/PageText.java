package dev.overlap.text;

import dev.overlap.trace.Trace;
import dev.overlap.trace.metrics.Statistics;

/** The texts of a run or a comparison as an HTML page. {@code %s} is a placeholder. */
public final class PageText {

    private PageText() {}

    public static final String NO_SCRIPT =
            "This is a still picture, since scripts are switched off. With them, the chart can be"
                    + " explored and replayed; the page loads nothing from anywhere.";
    public static final String FOOTER =
            "Written by Overlap %s on %s. Script and style of this page: Apache License 2.0. The"
                    + " page loads nothing and sends nothing.";
    public static final String MERGED_PICTURE = "%s in %s rows: neighbouring tasks are merged.";
    public static final String ALL_MODELS = "All on one time axis";
    public static final String ALL_NUMBERS = "All numbers of workers";
    public static final String COMPARISON_TABLE = "Table of the comparison";
    public static final String COMPARISON_ALTERNATIVE =
            "Chart of %s on one time axis. The table below says the same.";
    public static final String SWEEP_ALTERNATIVE =
            "Chart of the wall time by number of workers. The table below says the same.";
    public static final String NOT_RUN = "was not run";
    public static final String LINES_LEFT_OUT = "and %s, left out of this page";

    /** Describes the chart of a run for those who do not see it. */
    public static String alternative(String title, Trace trace) {
        Statistics numbers = Statistics.of(trace, trace.horizonNanos());
        return "Timeline of "
                + title
                + ": "
                + NumberFormats.count(numbers.tasks(), "task")
                + ", wall time "
                + DurationFormat.text(numbers.wallNanos())
                + ", peak in flight "
                + NumberFormats.count(numbers.peakInFlight())
                + ", "
                + NumberFormats.count(numbers.failed())
                + " failed.";
    }

    /**
     * Says what was merged to keep the page small; empty for nothing.
     *
     * @param columns the most phases of a row, if they were merged
     */
    public static String merged(int tasks, int rows, int columns) {
        if (rows < tasks) {
            return "Rows merged: "
                    + NumberFormats.count(tasks, "task")
                    + " in "
                    + NumberFormats.count(rows)
                    + " bands of neighbours. Where the tasks of a band are in different phases at"
                    + " once, it shows the one they spend most time in, work before waiting.";
        }
        return columns == Integer.MAX_VALUE
                ? ""
                : "Phases merged: each row has at most "
                        + NumberFormats.count(columns, "phase")
                        + ". Where more come together, it shows the one with most time, work"
                        + " before waiting.";
    }

    /** Says that not every task has an explanation of its waits. */
    public static String explained(int tasks) {
        return "What tasks waited for is kept in words for the first "
                + NumberFormats.count(tasks, "task")
                + " of this page.";
    }
}
