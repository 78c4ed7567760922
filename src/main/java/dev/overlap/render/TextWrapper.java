package dev.overlap.render;

import java.util.ArrayList;
import java.util.List;

/** Breaks a text into lines between words. */
public final class TextWrapper {

    private TextWrapper() {}

    /** Returns at most {@code max} lines of a text; what does not fit is elided in the middle. */
    public static List<String> lines(
            String text, TextStyle style, double width, int max, TextFitter textFitter) {
        List<String> lines = new ArrayList<>();
        String rest = text.strip();
        while (!rest.isEmpty() && lines.size() < max - 1) {
            int end = end(rest, style, width, textFitter);
            lines.add(textFitter.fit(rest.substring(0, end).strip(), style, width));
            rest = rest.substring(end).strip();
        }
        if (!rest.isEmpty()) {
            lines.add(textFitter.fit(rest, style, width));
        }
        return lines;
    }

    /** Returns the end of the last word that fits, or of the first word if none does. */
    private static int end(String text, TextStyle style, double width, TextFitter textFitter) {
        int end = wordEnd(text, 0);
        for (int next = end; next >= 0; next = next < text.length() ? wordEnd(text, next) : -1) {
            if (textFitter.width(text.substring(0, next), style) > width) {
                return end;
            }
            end = next;
        }
        return end;
    }

    private static int wordEnd(String text, int from) {
        int space = text.indexOf(' ', from + 1);
        return space < 0 ? text.length() : space;
    }
}
