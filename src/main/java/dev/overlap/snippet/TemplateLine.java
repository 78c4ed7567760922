package dev.overlap.snippet;

import java.util.List;

/**
 * A line of a part, which is a file in {@code assets/code}.
 *
 * @param text without its mark
 */
record TemplateLine(String text, LineDirective directive) {

    private static final LineDirective NONE = LineDirective.of(List.of());

    /**
     * Reads a line.
     *
     * @throws TemplateException if its mark makes no sense
     */
    static TemplateLine of(String line, Language language) {
        int at = line.lastIndexOf(language.mark());
        if (at < 0) {
            return new TemplateLine(line, NONE);
        }
        String words = line.substring(at + language.mark().length()).strip();
        String text = line.substring(0, at);
        return new TemplateLine(
                text.isBlank() ? text : text.stripTrailing(),
                LineDirective.of(List.of(words.split(" "))));
    }

    boolean isBlank() {
        return text.isBlank() && directive.use() == null;
    }

    /** The blanks that a line begins with. */
    static String indent(String line) {
        return line.substring(0, line.length() - line.stripLeading().length());
    }
}
