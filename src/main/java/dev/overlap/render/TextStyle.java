package dev.overlap.render;

/**
 * A text style in the program's only font family.
 *
 * @param size in units of the layout
 * @param bold whether to use the heavier of its two weights
 */
public record TextStyle(double size, boolean bold) {

    /** Names of tasks and workers. */
    public static final TextStyle LABEL = new TextStyle(12.5, false);

    /** The main text of a row. */
    public static final TextStyle STRONG = new TextStyle(12.5, true);

    /** Ticks, captions, the legend. */
    public static final TextStyle SMALL = new TextStyle(11.5, false);

    /** The labels inside bars and beside redirect marks. */
    public static final TextStyle TINY = new TextStyle(10, false);

    /** Returns the distance from the middle of a line to its baseline. */
    public double baselineFromMiddle() {
        return Math.round(size * 0.36);
    }
}
