package dev.overlap.snippet;

import java.util.Locale;
import java.util.PrimitiveIterator;

/**
 * Writes texts as string literals. Beyond ASCII, and for what no eye sees, there are escapes: they
 * mean the same in whatever encoding a file is saved.
 */
final class StringLiterals {

    private StringLiterals() {}

    /** Source: The Python Language Reference, section 2.4.1, escape sequences. */
    static String python(String text) {
        StringBuilder literal = new StringBuilder("\"");
        for (PrimitiveIterator.OfInt all = text.codePoints().iterator(); all.hasNext(); ) {
            int character = all.nextInt();
            String form = character > Character.MAX_VALUE ? "\\U%08x" : "\\u%04x";
            append(character, form, literal);
        }
        return literal.append('"').toString();
    }

    /** Source: The Java Language Specification, sections 3.3 and 3.10.7. */
    static String java(String text) {
        StringBuilder literal = new StringBuilder("\"");
        for (PrimitiveIterator.OfInt all = text.chars().iterator(); all.hasNext(); ) {
            int unit = all.nextInt();
            boolean control = unit < ' ';
            append(
                    unit,
                    control ? "\\%03o" : "\\u%04x",
                    literal); // an escaped line break ends a line
        }
        return literal.append('"').toString();
    }

    private static void append(int character, String form, StringBuilder literal) {
        if (character == '"' || character == '\\') {
            literal.append('\\').append((char) character);
        } else if (character >= ' ' && character < 0x7F) {
            literal.append((char) character);
        } else {
            literal.append(String.format(Locale.ROOT, form, character));
        }
    }
}
