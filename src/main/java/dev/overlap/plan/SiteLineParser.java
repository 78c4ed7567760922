package dev.overlap.plan;

import dev.overlap.plan.address.AsciiDigits;

import java.util.ArrayList;
import java.util.List;

/**
 * Parses one line of the site list.
 *
 * <pre>
 * line  = [ "off" ] steps [ "x" times ] [ comment ] | queue [ comment ] | [ comment ]
 * steps = see {@link StepParser}
 * queue = see {@link QueueParser}
 * </pre>
 *
 * <p>Words are separated by blanks, so an address contains none; what else is glued to a word is
 * part of it. A {@code #} begins a comment at the start of the line or after a blank; elsewhere it
 * is part of the address. Parsing never throws: an invalid line becomes a {@link
 * LineMeaning.Problem}. The cost is linear in the length of the line.
 */
final class SiteLineParser {

    private SiteLineParser() {}

    static LineMeaning meaning(String text) {
        List<String> words = words(withoutComment(text));
        if (words.isEmpty()) {
            return new LineMeaning.Nothing();
        }
        boolean on = !words.getFirst().equals(LineWords.OFF);
        List<String> rest = on ? words : words.subList(1, words.size());
        try {
            return QueueParser.isQueue(rest) ? QueueParser.queue(words) : entry(rest, on);
        } catch (SiteParseException problem) {
            return new LineMeaning.Problem(problem.sentence());
        }
    }

    /** Returns the text of a line that is off, switched on and otherwise unchanged. */
    static String withoutOff(String text) {
        int word = skipBlanks(text, 0);
        return text.substring(skipBlanks(text, word + LineWords.OFF.length()));
    }

    /** Returns the text of a line that has a site, with another count. */
    static String withTimes(String text, int times) {
        String body = withoutComment(text).stripTrailing();
        List<String> words = words(body);
        boolean repeats = words.size() > 1 && isRepeated(words);
        String site =
                repeats
                        ? body.substring(0, body.lastIndexOf(words.getLast())).stripTrailing()
                        : body;
        return site + (times == 1 ? "" : " x" + times) + text.substring(body.length());
    }

    private static LineMeaning.Entry entry(List<String> words, boolean on)
            throws SiteParseException {
        if (words.isEmpty()
                || words.getFirst().equals(LineWords.OFF)) { // such a host cannot be entered
            throw new SiteParseException(
                    "Write a site after \"off\", as in off https://example.org, to keep it without"
                            + " running it.");
        }
        boolean repeats = words.size() > 1 && isRepeated(words);
        int times = repeats ? times(words.getLast()) : 1;
        List<String> steps = repeats ? words.subList(0, words.size() - 1) : words;
        return new LineMeaning.Entry(StepParser.steps(steps), times, on);
    }

    private static boolean isRepeated(List<String> words) {
        String last = words.getLast();
        return StepParser.expectsStep(words.get(words.size() - 2))
                ? LineWords.isOffOrTimesNotHost(last) && LineWords.isTimes(last)
                : LineWords.isTimes(last);
    }

    private static int times(String word) throws SiteParseException {
        int times = AsciiDigits.number(word.substring(1), LineMeaning.MAX_TIMES);
        if (times < 0) {
            throw new SiteParseException(
                    "A line can be repeated x1 to x"
                            + LineMeaning.MAX_TIMES
                            + ", not "
                            + Quoting.ofWord(word)
                            + ".");
        }
        return times;
    }

    private static String withoutComment(String text) {
        return text.substring(0, comment(text));
    }

    /** Returns where the comment begins, or the length of the line if there is none. */
    static int comment(String text) {
        return comment(text, 0);
    }

    /** Returns the same for the text after a position. */
    static int comment(String text, int from) {
        for (int at = text.indexOf('#', from); at >= 0; at = text.indexOf('#', at + 1)) {
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
