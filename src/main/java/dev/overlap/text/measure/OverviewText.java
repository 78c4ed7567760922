package dev.overlap.text.measure;

import dev.overlap.text.DurationFormat;

/** The texts of the overview of a whole run. */
public final class OverviewText {

    private OverviewText() {}

    public static final String EMPTY = "Overview of the whole run.";

    /** Describes the overview for a screen reader; times in nanoseconds. */
    public static String description(long shownFrom, long shownTo, long known) {
        long total = Math.max(known, shownTo);
        return ("Overview of the whole run. The timeline shows %s to %s of %s. Left and Right move"
                        + " that part, Home and End bring it to the begin and the end, plus and"
                        + " minus change its length, F shows everything.")
                .formatted(
                        DurationFormat.instant(shownFrom, total),
                        DurationFormat.instant(shownTo, total),
                        DurationFormat.text(known));
    }
}
