package dev.overlap.text;

/** The texts of charts, including those for screen readers. {@code %s} is a placeholder. */
public final class ChartText {

    private ChartText() {}

    public static final String LEGEND_ENTRY = "Legend: %s. %s";
    public static final String LEGEND_KEYS =
            " Enter hides its bars, Shift and Enter those of all others.";
    public static final String LEGEND_HIDDEN = " It is hidden; Enter shows it.";
    public static final String EMPTY_TIMELINE = "Timeline. Nothing has been run yet.";
    public static final String EMPTY_COMPARISON = "Comparison. Nothing has been compared yet.";
    public static final String EMPTY_SWEEP = "Sweep. Nothing has been measured yet.";
    public static final String TIMELINE_DESCRIPTION =
            "Timeline of %s, finished in %s: %s, at most %s in flight at once.";
    public static final String COMPARISON_DESCRIPTION = "Comparison of %s to run the list. %s.%s%s";
    public static final String WAITS_FOR_ITS_TURN = "waits for its turn";
    public static final String SWEEP_DESCRIPTION = "Wall time against workers. %s. %s";
    public static final String GUESS_HANDLE =
            "Drag to guess how long the run takes. Delete removes the guess.";
    public static final String INVITATION = "Press Run to see every wait.";
}
