package dev.overlap.plan;

/** What a line of the site list means. */
public sealed interface LineMeaning {

    /** How often one line can be repeated at most. */
    int MAX_TIMES = 100_000;

    /** A blank line or a comment. */
    record Nothing() implements LineMeaning {}

    /**
     * A site to run.
     *
     * @param times how many tasks it makes, 1 to {@value #MAX_TIMES}
     * @param on whether it is run at all
     */
    record Entry(Site site, int times, boolean on) implements LineMeaning {}

    /** A line that is not understood. The sentence says what is wrong and what would be right. */
    record Problem(String sentence) implements LineMeaning {}
}
