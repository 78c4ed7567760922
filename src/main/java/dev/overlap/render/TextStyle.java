package dev.overlap.render;

/**
 * How a text is set, in the one font of the program.
 *
 * @param size in units of the layout
 * @param bold whether in the heavier of its two weights
 */
public record TextStyle(double size, boolean bold) {

    /** Names of tasks and workers. */
    public static final TextStyle LABEL = new TextStyle(12.5, false);

    /** What counts most in a row. */
    public static final TextStyle STRONG = new TextStyle(12.5, true);

    /** Ticks, captions, the legend. */
    public static final TextStyle SMALL = new TextStyle(11.5, false);

    /** The words inside a bar or beside a notch. */
    public static final TextStyle TINY = new TextStyle(10, false);

    /** How far below the middle of a line of this style its baseline lies. */
    public double baselineFromMiddle() {
        return Math.round(size * 0.36);
    }
}
