package dev.overlap.code;

import java.util.List;

/**
 * A line of a part, which is a file in {@code assets/code}.
 *
 * @param text without its mark
 */
record PartLine(String text, Mark mark) {

    private static final Mark NONE = Mark.of(List.of());

    /**
     * Reads a line.
     *
     * @throws BadPart if its mark makes no sense
     */
    static PartLine of(String line, Language language) {
        int at = line.lastIndexOf(language.mark());
        if (at < 0) {
            return new PartLine(line, NONE);
        }
        String words = line.substring(at + language.mark().length()).strip();
        String text = line.substring(0, at);
        return new PartLine(
                text.isBlank() ? text : text.stripTrailing(), Mark.of(List.of(words.split(" "))));
    }

    boolean isBlank() {
        return text.isBlank() && mark.use() == null;
    }

    /** The blanks that a line begins with. */
    static String indent(String line) {
        return line.substring(0, line.length() - line.stripLeading().length());
    }
}
