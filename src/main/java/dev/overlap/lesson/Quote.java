package dev.overlap.lesson;

/** Somebody's text inside a sentence: short, and without what an eye would not see. */
final class Quote {

    private static final int LONGEST = 80;

    private Quote() {}

    /** The text in quotes. */
    static String of(String text) {
        return "\"" + plain(text) + "\"";
    }

    /** The text alone. */
    static String plain(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().limit(LONGEST).map(Quote::visible).forEach(shown::appendCodePoint);
        boolean whole = text.codePointCount(0, text.length()) <= LONGEST;
        return shown.append(whole ? "" : "...").toString();
    }

    private static int visible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.SURROGATE, Character.FORMAT -> '\ufffd';
            default -> codePoint;
        };
    }
}
