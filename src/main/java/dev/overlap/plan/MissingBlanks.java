package dev.overlap.plan;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds words of their own that lack a blank: arrows, braces, gaps and counts. Inside a word they
 * belong to it, so this is only asked once a line has turned out not to be valid.
 */
final class MissingBlanks {

    private static final List<String> MARKS = List.of("->", "{", "}");
    private static final Pattern GAP = Pattern.compile("gap[0-9].*");
    private static final Pattern TIMES = Pattern.compile("[0-9].*\\p{Alnum}([xX\u00d7][0-9]{1,6})");

    private MissingBlanks() {}

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
