package dev.overlap.text;

/**
 * Keeps the parts of an address in their order, from left to right, where names are written from
 * right to left: without marks, the path of such an address would be drawn in front of its host.
 *
 * <p>Source: Unicode Standard Annex 9; the mark is U+200E. Only for text that is drawn: files and
 * the clipboard hold addresses as they are.
 */
public final class DirectionMarks {

    private static final char MARK = '\u200e';

    private DirectionMarks() {}

    /** Returns the text with marks around its punctuation, or the same text if it needs none. */
    public static String leftToRight(String text) {
        if (text.chars().noneMatch(DirectionMarks::isRightToLeft)) {
            return text;
        }
        StringBuilder marked = new StringBuilder().append(MARK);
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            marked.append(c);
            if (c < 0x80 && !Character.isLetterOrDigit(c)) {
                marked.append(MARK);
            }
        }
        return marked.toString();
    }

    private static boolean isRightToLeft(int c) {
        byte direction = Character.getDirectionality((char) c);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }
}
