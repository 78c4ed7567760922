package dev.overlap.plan.repair;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a line that are for all of it: {@code off} in front, and a count at the end.
 *
 * @param off with a blank after it, or empty
 * @param inside the text without these words
 * @param count with a blank in front of it, or empty
 */
record WholeLineWords(String off, String inside, String count) {

    private static final Pattern OFF = Pattern.compile("^off\\s++");
    private static final Pattern COUNT = Pattern.compile("(?<!\\s)\\s++[xX\u00d7]\\d{1,6}$");

    private static final Pattern ANY =
            Pattern.compile(
                    "(?<![^\\s,;(])(?:off|[xX\u00d7]\\s?\\d{1,6}|\\d{1,6}\\s?[xX\u00d7])"
                            + "(?![^\\s,;.)])");

    static WholeLineWords of(String body) {
        String text = body.strip();
        Matcher off = OFF.matcher(text);
        Matcher count = COUNT.matcher(text);
        int begin = off.find() ? off.end() : 0;
        int end = count.find(begin) ? count.start() : text.length();
        return new WholeLineWords(
                text.substring(0, begin), text.substring(begin, end), text.substring(end));
    }

    /** Returns whether there is another such word inside, of which nobody knows what it is for. */
    boolean isUnclear() {
        return ANY.matcher(inside).find();
    }

    /** Returns the lines with these words in each. */
    RepairDraft around(RepairDraft repairDraft) {
        List<String> bodies = repairDraft.bodies().stream().map(it -> off + it + count).toList();
        return new RepairDraft(bodies, repairDraft.repair());
    }
}
