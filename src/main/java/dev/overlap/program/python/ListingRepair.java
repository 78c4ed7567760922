package dev.overlap.program.python;

import java.util.Set;

/**
 * Mends Python listings that were copied from a page which prints typographic characters: curly
 * quotes that begin or end a text become straight ones, and outside of texts hard and invisible
 * blanks become plain or vanish, long dashes become minus signs, and an ellipsis three dots.
 *
 * <p>What is inside of a text or a comment stays as it is, so that {@code "it’s"} does, and a
 * program that Python can read is returned unchanged. Lost indentation is not found again. Pure
 * functions.
 */
final class ListingRepair {

    private static final Set<Integer> DOUBLE = Set.of(0x201C, 0x201D, 0x201E, 0x201F);
    private static final Set<Integer> SINGLE = Set.of(0x2018, 0x2019, 0x201A, 0x201B);
    private static final char RIGHT_DOUBLE = '\u201d';
    private static final char RIGHT_SINGLE = '\u2019';

    private final String text;
    private final StringBuilder mended = new StringBuilder();
    private int at;

    private ListingRepair(String text) {
        this.text = text;
    }

    /** Returns the mended program: the same text if there is nothing to mend. */
    static String mend(String text) {
        ListingRepair repair = new ListingRepair(text);
        while (repair.at < text.length()) {
            repair.step();
        }
        return repair.mended.toString();
    }

    private void step() {
        char next = text.charAt(at);
        if (next == '#') {
            copyTo(endOfLine(at));
        } else if (isQuote(next, '"') || isQuote(next, '\'')) {
            quoted(isQuote(next, '"') ? '"' : '\'');
        } else {
            at++;
            mended.append(outside(next));
        }
    }

    /** Returns what stands for a character outside of texts and comments. */
    private String outside(char c) {
        return switch (c) {
            case '\u00a0', '\u2002', '\u2003', '\u2009', '\u202f', '\u3000' -> " ";
            case '\u200b', '\u200c', '\u200d', '\u2060' -> "";
            case '\ufeff' -> at == 1 ? "\ufeff" : ""; // a mark at the begin of a file is allowed
            case '\u2013', '\u2212' -> "-";
            case '\u2026' -> "...";
            default -> String.valueOf(c);
        };
    }

    private void quoted(char quote) {
        if (isTriple(at, quote)) {
            int end = endOfTriple(quote);
            if (end >= 0) {
                mended.repeat(quote, 3).append(text, at + 3, end).repeat(quote, 3);
                at = end + 3;
                return;
            }
        }
        int end = text.charAt(at) == quote ? endOfStraight(quote) : endOfCurly(quote);
        if (end < 0) {
            mended.append(quote);
            at++;
            return; // it ends nowhere: Python will say so
        }
        boolean unchanged = text.charAt(at) == quote && text.charAt(end) == quote;
        String content = text.substring(at + 1, end);
        mended.append(quote).append(unchanged ? content : escaped(content, quote)).append(quote);
        at = end + 1;
    }

    private boolean isTriple(int from, char quote) {
        return from + 3 <= text.length()
                && text.substring(from, from + 3).chars().allMatch(c -> isQuote(c, quote));
    }

    /** Returns where the three quotes are that end a text with three; -1 if there are none. */
    private int endOfTriple(char quote) {
        boolean straight = text.startsWith(String.valueOf(quote).repeat(3), at);
        for (int i = at + 3; i + 3 <= text.length(); i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.startsWith(String.valueOf(quote).repeat(3), i)) {
                return i;
            } else if (!straight && isTriple(i, quote)) {
                return i;
            }
        }
        return -1;
    }

    /** Returns the end of a text with a straight begin: a straight quote, or else a curly one. */
    private int endOfStraight(char quote) {
        int straight = find(at + 1, quote, true);
        return straight >= 0 ? straight : find(at + 1, quote, false);
    }

    /** Returns the end of a text with a curly begin; of an apostrophe it is no end. */
    private int endOfCurly(char quote) {
        char right = quote == '"' ? RIGHT_DOUBLE : RIGHT_SINGLE;
        int straight = find(at + 1, quote, true);
        int curly = find(at + 1, quote, false);
        while (curly >= 0 && isApostrophe(curly) && find(curly + 1, quote, false) >= 0) {
            curly = find(curly + 1, quote, false);
        }
        boolean opensAnother = curly >= 0 && text.charAt(curly) != right;
        boolean straightFirst = straight >= 0 && straight < curly && opensAnother;
        return curly < 0 || straightFirst ? straight : curly;
    }

    private boolean isApostrophe(int i) {
        return text.charAt(i) == RIGHT_SINGLE
                && i + 1 < text.length()
                && Character.isLetterOrDigit(text.charAt(i + 1));
    }

    /** Finds a straight or a curly quote in the rest of a line, a backslash hiding the next. */
    private int find(int from, char quote, boolean straight) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '\n') {
                return -1;
            } else if (isQuote(c, quote) && (c == quote) == straight) {
                return i;
            }
        }
        return -1;
    }

    /** Keeps straight quotes inside of a text from ending it. */
    private static String escaped(String content, char quote) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < content.length(); i++) {
            char c = content.charAt(i);
            if (c == '\\' && i + 1 < content.length()) {
                escaped.append(c).append(content.charAt(++i));
            } else {
                escaped.append(c == quote ? "\\" : "").append(c);
            }
        }
        return escaped.toString();
    }

    private static boolean isQuote(int c, char quote) {
        return c == quote || (quote == '"' ? DOUBLE : SINGLE).contains(c);
    }

    private int endOfLine(int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }

    private void copyTo(int end) {
        mended.append(text, at, end);
        at = end;
    }
}
