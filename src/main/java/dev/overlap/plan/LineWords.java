package dev.overlap.plan;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a line that stand by themselves: off, counts, arrows, braces and gaps. Inside a word
 * they belong to it, so a missing blank is only looked for once a line has turned out not to be
 * valid.
 */
final class LineWords {

    static final String OFF = "off";

    private static final Pattern EXACT_TIMES = Pattern.compile("[xX\u00d7][0-9]*");
    private static final String TIMES_SIGNS = "xX\u00d7";

    private static final List<String> MARKS = List.of("->", "{", "}");
    private static final Pattern GAP = Pattern.compile("gap[0-9].*");
    private static final Pattern TIMES = Pattern.compile("[0-9].*\\p{Alnum}([xX\u00d7][0-9]{1,6})");

    private LineWords() {}

    /** Returns whether a word belongs to the whole line, at its begin or its end. */
    static boolean isOffOrTimes(String word) {
        return word.equals(OFF) || (!word.isEmpty() && isTimes(word));
    }

    /**
     * Returns the same where a step is expected: there, what only begins like a count is a host, as
     * in {@code x.com} and {@code x1.example.org}.
     */
    static boolean isOffOrTimesNotHost(String word) {
        return word.equals(OFF) || EXACT_TIMES.matcher(word).matches();
    }

    static boolean isTimes(String word) {
        return TIMES_SIGNS.indexOf(word.charAt(0)) >= 0
                && (word.length() == 1 || !Character.isLetter(word.charAt(1)));
    }

    /** Returns the problem of such a word that is somewhere else. */
    static SiteParseException misplaced(String word) {
        return new SiteParseException(
                word.equals(OFF)
                        ? "Write off once, at the start of the line, for all of its steps."
                        : "Write xN once, at the end of the line, for all of its steps.");
    }

    /** Returns the problem of a word that begins or ends with another one, or null. */
    static @Nullable SiteParseException around(String word) {
        for (String mark : MARKS) {
            boolean isAtItsEnd = word.startsWith(mark) || word.endsWith(mark);
            if (isAtItsEnd && word.length() > mark.length() && !isOfAPair(word, mark)) {
                return problem(mark);
            }
        }
        return GAP.matcher(word).matches() ? problem("gap") : null;
    }

    /** Returns the same argument of a step without an address, which contains no other words. */
    static String checked(String argument) throws SiteParseException {
        for (String mark : MARKS) {
            if (argument.contains(mark)) {
                throw problem(mark);
            }
        }
        Matcher times = TIMES.matcher(argument);
        if (times.matches()) {
            throw problem(times.group(1));
        }
        return argument;
    }

    /** Braces in addresses are mostly pairs, as in {@code http://h/{id}}. */
    private static boolean isOfAPair(String word, String mark) {
        return switch (mark) {
            case "{" -> count(word, '{') <= count(word, '}');
            case "}" -> count(word, '}') <= count(word, '{');
            default -> false;
        };
    }

    private static long count(String word, char brace) {
        return word.chars().filter(c -> c == brace).count();
    }

    private static SiteParseException problem(String mark) {
        return new SiteParseException("Put blanks around " + mark + ".");
    }
}
