package dev.overlap.plan;

/**
 * Somebody's text inside a sentence: short, and free of what a terminal would obey or an eye would
 * not see.
 */
public final class Quoting {

    private static final int LONGEST = 40;

    private Quoting() {}

    /** The text in quotes. */
    public static String of(String text) {
        return '"' + plain(text, LONGEST) + '"';
    }

    /**
     * The text alone.
     *
     * @param longest how many characters of it are shown
     */
    public static String plain(String text, int longest) {
        StringBuilder shown = new StringBuilder();
        text.codePoints()
                .limit(longest)
                .map(c -> isInvisible(c) ? '\ufffd' : c)
                .forEach(shown::appendCodePoint);
        boolean whole = text.codePointCount(0, text.length()) <= longest;
        return shown.append(whole ? "" : "...").toString();
    }

    /** Control characters, marks that only steer others, and halves of a character. */
    static boolean isInvisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.SURROGATE -> true;
            case Character.FORMAT -> !joins(codePoint);
            default -> false;
        };
    }

    /** Persian words and family emoji need the two joiners. */
    private static boolean joins(int codePoint) {
        return codePoint == 0x200C || codePoint == 0x200D;
    }
}
