package dev.overlap.plan;

/**
 * What is wrong with a line, and what would be right. Never leaves this package: it becomes a
 * {@link SiteLine.Problem}.
 */
final class Misread extends Exception {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_QUOTE = 40;

    private final String sentence;

    Misread(String sentence) {
        super(sentence, null, false, false); // a bad line is no fault of the program: no stack
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }

    /**
     * Somebody's text inside a sentence: short, and free of what a terminal would obey or an eye
     * would not see.
     */
    static String quoted(String text) {
        StringBuilder quote = new StringBuilder("\"");
        text.codePoints()
                .limit(LONGEST_QUOTE)
                .map(c -> isInvisible(c) ? '\ufffd' : c)
                .forEach(quote::appendCodePoint);
        boolean whole = text.codePointCount(0, text.length()) <= LONGEST_QUOTE;
        return quote.append(whole ? "\"" : "...\"").toString();
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
