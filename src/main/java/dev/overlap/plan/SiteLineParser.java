package dev.overlap.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * Parses one line of the site list.
 *
 * <pre>
 * line    = [ "off" ] [ address [ "x" times ] ] [ "#" comment ]
 * address = see {@link SiteAddressParser}
 * </pre>
 *
 * <p>Words are separated by blanks, so an address contains none. A {@code #} begins a comment at
 * the start of the line or after a blank; elsewhere it is part of the address. Parsing never
 * throws: an invalid line becomes a {@link LineMeaning.Problem}. The cost is linear in the length
 * of the line.
 */
final class SiteLineParser {

    private static final String OFF = "off";
    private static final String TIMES = "xX\u00d7";

    private SiteLineParser() {}

    static LineMeaning meaning(String text) {
        List<String> words = words(withoutComment(text));
        if (words.isEmpty()) {
            return new LineMeaning.Nothing();
        }
        boolean on = !words.getFirst().equals(OFF);
        try {
            return entry(on ? words : words.subList(1, words.size()), on);
        } catch (SiteParseException problem) {
            return new LineMeaning.Problem(problem.sentence());
        }
    }

    /** Returns the text of a line that is off, switched on and otherwise unchanged. */
    static String withoutOff(String text) {
        int word = skipBlanks(text, 0);
        return text.substring(skipBlanks(text, word + OFF.length()));
    }

    private static LineMeaning.Entry entry(List<String> words, boolean on)
            throws SiteParseException {
        if (words.isEmpty() || words.getFirst().equals(OFF)) { // such a host cannot be entered
            throw new SiteParseException(
                    "Write a site after \"off\", as in off https://example.org, to keep it without"
                            + " running it.");
        }
        if (words.size() > 2 || (words.size() == 2 && !isTimes(words.get(1)))) {
            throw new SiteParseException(
                    "A line holds one site. Write a space in an address as %20, and a comment after"
                            + " a #.");
        }
        if (words.getFirst().matches("(?i)(poll:)?@.*")) { // an argument file in other tools
            throw new SiteParseException(
                    "A site does not begin with @. To run the list in a file, open that file.");
        }
        Step step = SiteAddressParser.site(words.getFirst());
        return new LineMeaning.Entry(
                StepSequence.of(step), words.size() == 2 ? times(words.get(1)) : 1, on);
    }

    private static boolean isTimes(String word) {
        return TIMES.indexOf(word.charAt(0)) >= 0
                && (word.length() == 1 || !Character.isLetter(word.charAt(1)));
    }

    private static int times(String word) throws SiteParseException {
        int times = AsciiDigits.number(word.substring(1), LineMeaning.MAX_TIMES);
        if (times < 0) {
            throw new SiteParseException(
                    "A line can be repeated x1 to x"
                            + LineMeaning.MAX_TIMES
                            + ", not "
                            + Quoting.of(word)
                            + ".");
        }
        return times;
    }

    private static String withoutComment(String text) {
        return text.substring(0, comment(text));
    }

    /** Returns where the comment begins, or the length of the line if there is none. */
    static int comment(String text) {
        for (int at = text.indexOf('#'); at >= 0; at = text.indexOf('#', at + 1)) {
            if (at == 0 || isBlank(text.charAt(at - 1))) {
                return at;
            }
        }
        return text.length();
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        int at = skipBlanks(text, 0);
        while (at < text.length()) {
            int begin = at;
            while (at < text.length() && !isBlank(text.charAt(at))) {
                at++;
            }
            words.add(text.substring(begin, at));
            at = skipBlanks(text, at);
        }
        return words;
    }

    private static int skipBlanks(String text, int from) {
        int at = from;
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Any kind of blank that may be pasted, including the invisible byte order mark. */
    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\ufeff';
    }
}
