package dev.overlap.export.html;

import tools.jackson.databind.json.JsonMapper;

/**
 * Makes text safe for a place in the page, whoever wrote it. Everything that could end the element
 * around it, or that an editor or a terminal obeys, is escaped.
 */
public final class HtmlText {

    private HtmlText() {}

    /** Escapes text for the content of an element or for a quoted attribute. */
    public static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> append(c, safe));
        return safe.toString();
    }

    private static void append(int c, StringBuilder safe) {
        switch (c) {
            case '&' -> safe.append("&amp;");
            case '<' -> safe.append("&lt;");
            case '>' -> safe.append("&gt;");
            case '"' -> safe.append("&quot;");
            case '\'' -> safe.append("&#39;");
            case '\n' -> safe.append('\n');
            default -> {
                if (isInvisible(c)) {
                    safe.append(
                            Character.getType(c) == Character.FORMAT ? "&#" + c + ";" : "\ufffd");
                } else {
                    safe.appendCodePoint(c);
                }
            }
        }
    }

    /**
     * Returns a value as JSON for a script element: without any character that HTML, or JavaScript
     * before 2019, would see as more than part of a string.
     */
    static String json(Object value) {
        String json = JsonMapper.shared().writeValueAsString(value);
        StringBuilder safe = new StringBuilder(json.length() + 16);
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (c == '<' || c == '>' || c == '&' || isInvisible(c)) {
                safe.append("\\u%04x".formatted((int) c));
            } else {
                safe.append(c);
            }
        }
        return safe.toString();
    }

    private static boolean isInvisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    true;
            default -> Character.isSurrogate((char) c) && c <= Character.MAX_VALUE;
        };
    }
}
