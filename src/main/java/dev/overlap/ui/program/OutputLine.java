package dev.overlap.ui.program;

/**
 * A line that a program has printed.
 *
 * @param nanoTime when it was read to its end, as a {@link System#nanoTime()} reading
 * @param source the stream that it came from
 * @param text without its end; of a gap, what is said of it
 */
record OutputLine(long nanoTime, Source source, String text) {

    /** Where a line came from. */
    enum Source {
        OUT,
        ERR,
        /** From us: what stands between the first and the last lines that were kept. */
        GAP
    }
}
