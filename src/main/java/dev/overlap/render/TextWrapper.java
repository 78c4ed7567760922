package dev.overlap.render;

import java.util.ArrayList;
import java.util.List;

/** Breaks a text into lines between its words. */
public final class TextWrapper {

    private TextWrapper() {}

    /** The lines of a text, at most so many; what does not fit loses its middle. */
    public static List<String> lines(
            String text, TextStyle style, double width, int most, TextFitter textFitter) {
        List<String> lines = new ArrayList<>();
        String rest = text.strip();
        while (!rest.isEmpty() && lines.size() < most - 1) {
            int end = end(rest, style, width, textFitter);
            lines.add(textFitter.fit(rest.substring(0, end).strip(), style, width));
            rest = rest.substring(end).strip();
        }
        if (!rest.isEmpty()) {
            lines.add(textFitter.fit(rest, style, width));
        }
        return lines;
    }

    /** Where the last word ends that still fits; behind the first word if not even that does. */
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
