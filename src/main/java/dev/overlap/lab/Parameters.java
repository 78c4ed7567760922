package dev.overlap.lab;

import java.util.Map;
import java.util.TreeMap;

/**
 * The numbers of one URL, each within its bounds; a wrong one ends in a sentence, never in a guess.
 */
final class Parameters {

    /** A URL that is not understood; the message is the sentence to reply. */
    static final class Refused extends Exception {

        private static final long serialVersionUID = 1L;

        Refused(String sentence) {
            super(sentence, null, false, false);
        }
    }

    private static final int MOST_DIGITS = 18;

    private final Map<String, String> values;

    private Parameters(Map<String, String> values) {
        this.values = values;
    }

    /**
     * Reads {@code name=value&...}.
     *
     * @param query what stands behind the question mark, possibly nothing
     * @param known the only name that the path has, or an empty text if it has none
     */
    static Parameters parse(String query, String known) throws Refused {
        Map<String, String> values = new TreeMap<>();
        for (String pair : query.isEmpty() ? new String[0] : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            if (!name.equals(known) || known.isEmpty()) {
                throw new Refused(unknown(name, known));
            }
            if (values.put(name, pair.substring(Math.min(equals + 1, pair.length()))) != null) {
                throw new Refused("The parameter " + name + " is given twice; give it once.");
            }
        }
        return new Parameters(values);
    }

    private static String unknown(String name, String known) {
        return known.isEmpty()
                ? "This path has no parameters, but \"%s\" was given.".formatted(name)
                : "This path has no parameter \"%s\"; it has %s.".formatted(name, known);
    }

    /** The value of {@code name}, or {@code absent} where it is not given. */
    int number(String name, int least, int most, int absent) throws Refused {
        String text = values.get(name);
        return text == null ? absent : (int) bounded(name, text, least, most);
    }

    /** A number in a path or a query. */
    static long bounded(String name, String text, long least, long most) throws Refused {
        if (text.isEmpty()
                || text.length() > MOST_DIGITS
                || !text.chars().allMatch(Parameters::digit)) {
            throw new Refused(expected(name, least, most, text));
        }
        long value = Long.parseLong(text);
        if (value < least || value > most) {
            throw new Refused(expected(name, least, most, text));
        }
        return value;
    }

    private static boolean digit(int c) {
        return c >= '0' && c <= '9';
    }

    private static String expected(String name, long least, long most, String text) {
        String shown = text.length() > 40 ? text.substring(0, 40) + "..." : text;
        return "%s must be a whole number from %d to %d, not \"%s\"."
                .formatted(name, least, most, shown);
    }
}
