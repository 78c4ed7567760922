package dev.overlap.plan;

/** Quotes foreign text in messages: shortened, and without control or invisible characters. */
public final class Quoting {

    private static final int LONGEST = 40;

    private Quoting() {}

    /** Returns the text in quotes. */
    public static String of(String text) {
        return '"' + plain(text, LONGEST) + '"';
    }

    /**
     * Returns a word of a line in quotes, without the user name and password that it may contain if
     * a blank is missing.
     */
    static String ofWord(String word) {
        return of(word.substring(word.lastIndexOf('@') + 1));
    }

    /**
     * Returns the text without quotes.
     *
     * @param longest the most characters to show
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

    /**
     * Returns whether a code point is a control character, a formatting mark or an unpaired
     * surrogate.
     */
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
