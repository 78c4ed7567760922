package dev.overlap.plan;

/** The meaning of a line in the site list. */
public sealed interface LineMeaning {

    /** The most times that one line can be repeated. */
    int MAX_TIMES = 100_000;

    /** A blank line or a comment. */
    record Nothing() implements LineMeaning {}

    /**
     * A site to run.
     *
     * @param times the number of tasks, 1 to {@value #MAX_TIMES}
     * @param on whether the site is run
     */
    record Entry(Site site, int times, boolean on) implements LineMeaning {}

    /**
     * An invalid line.
     *
     * @param sentence says what is wrong and what would be right
     */
    record Problem(String sentence) implements LineMeaning {}
}
