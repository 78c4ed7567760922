package dev.overlap.snippet;

import java.util.Locale;
import java.util.PrimitiveIterator;

/**
 * Writes string literals. Non-ASCII and invisible characters are escaped, which is independent of
 * the encoding of the file.
 */
final class StringLiterals {

    private StringLiterals() {}

    /** Source: The Python Language Reference, section 2.4.1, escape sequences. */
    static String python(String text) {
        StringBuilder literal = new StringBuilder("\"");
        for (PrimitiveIterator.OfInt all = text.codePoints().iterator(); all.hasNext(); ) {
            int character = all.nextInt();
            String escape = character > Character.MAX_VALUE ? "\\U%08x" : "\\u%04x";
            append(character, escape, literal);
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
                    literal); // a Unicode escape of a line break would end the line
        }
        return literal.append('"').toString();
    }

    private static void append(int character, String escape, StringBuilder literal) {
        if (character == '"' || character == '\\') {
            literal.append('\\').append((char) character);
        } else if (character >= ' ' && character < 0x7F) {
            literal.append((char) character);
        } else {
            literal.append(String.format(Locale.ROOT, escape, character));
        }
    }
}
