package dev.overlap.export.svg;

import dev.overlap.report.slide.Slide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Locale;

/**
 * The syntax of SVG: elements, attributes, numbers, escaped text. Its methods throw {@link
 * UncheckedIOException}, because a surface cannot throw what a stream does.
 */
final class SvgWriter {

    private static final String FAMILY = "Inter, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif";

    /** Shown in place of a character that XML, or an order of text, does not allow. */
    private static final int REPLACEMENT = 0xFFFD;

    private final Writer out;

    SvgWriter(Writer out) {
        this.out = out;
    }

    /** Begins the picture, with its title and description. */
    void begin(Slide slide) {
        raw("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\"");
        raw(" width=\"" + number(slide.width() * slide.zoom()));
        raw("\" height=\"" + number(slide.height() * slide.zoom()));
        raw("\" viewBox=\"0 0 " + slide.width() + " " + slide.height());
        raw("\" font-family=\"" + FAMILY + "\" xml:space=\"preserve\">\n<title>");
        escaped(slide.title());
        raw("</title>\n<desc>");
        escaped(slide.description());
        raw("</desc>\n");
    }

    /** Ends the picture. */
    void end() {
        raw("</svg>\n");
    }

    /** Writes markup as it is. */
    void raw(String markup) {
        try {
            out.write(markup);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes text, in which nothing is markup. */
    void escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().forEach(point -> append(escaped, point));
        raw(escaped.toString());
    }

    private static void append(StringBuilder escaped, int point) {
        switch (point) {
            case '<' -> escaped.append("&lt;");
            case '>' -> escaped.append("&gt;");
            case '&' -> escaped.append("&amp;");
            case '"' -> escaped.append("&quot;");
            default -> escaped.appendCodePoint(isShown(point) ? point : REPLACEMENT);
        }
    }

    /** Whether XML 1.0 has the character, and it neither controls a terminal nor turns text. */
    private static boolean isShown(int point) {
        boolean surrogate = point >= 0xD800 && point <= 0xDFFF;
        boolean noCharacter = (point & 0xFFFE) == 0xFFFE;
        return !surrogate && !noCharacter && !Character.isISOControl(point) && !turns(point);
    }

    /** Whether a character changes the direction of those after it: the marks alone do not. */
    private static boolean turns(int point) {
        return (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
    }

    /** Returns a length with at most two decimals. */
    static String number(double value) {
        return hundredths(Math.round(value * 100));
    }

    /** Returns a length given in hundredths, as short as it can be written. */
    static String hundredths(long value) {
        long rest = Math.abs(value % 100);
        String sign = value < 0 ? "-" : "";
        long whole = Math.abs(value / 100);
        if (rest == 0) {
            return whole == 0 ? "0" : sign + whole;
        }
        String decimals = rest % 10 == 0 ? "" + rest / 10 : rest < 10 ? "0" + rest : "" + rest;
        return sign + (whole == 0 ? "" : whole) + "." + decimals;
    }

    /** Returns a paint attribute, and its opacity if it has one. */
    static String paint(String attribute, int argb) {
        String colour = String.format(Locale.ROOT, "#%06x", argb & 0xFFFFFF);
        int alpha = argb >>> 24;
        String opaque = " " + attribute + "=\"" + colour + "\"";
        return alpha == 0xFF
                ? opaque
                : opaque + " " + attribute + "-opacity=\"" + number(alpha / 255.0) + "\"";
    }
}
