package dev.overlap.plan.repair;

import java.util.regex.Pattern;

/** Removes quotation marks, brackets and punctuation around an address, and none of the address. */
final class AddressUnwrapper {

    private static final String OPENING = "\"'`\u201c\u201e\u00ab\u2039\u2018<([";
    private static final String CLOSING = "\"'`\u201d\u201c\u00bb\u203a\u2019";

    /** A closing bracket that has no opening one is around the address, any other part of it. */
    private static final String BRACKETS = "()[]<>";

    /** Any of what may stand before an address, as a regular expression. */
    static final String BEGIN = "[" + OPENING.replace("[", "\\[") + "]*";

    private static final Pattern IPV6 = Pattern.compile("\\[[0-9A-Fa-f.]*+:[0-9A-Fa-f:.]++(?:%|])");

    private final String text;
    private final String punctuation;
    private final int[] surplus = new int[BRACKETS.length() / 2];
    private int begin;
    private int end;

    private AddressUnwrapper(String text, String punctuation) {
        this.text = text;
        this.punctuation = punctuation;
        end = text.length();
    }

    /**
     * Returns what is inside, or the same text if there is nothing around it.
     *
     * @param punctuation what may stand after the address
     */
    static String removed(String text, String punctuation) {
        AddressUnwrapper unwrapper = new AddressUnwrapper(text, punctuation);
        unwrapper.removeBegin();
        unwrapper.removeEnd();
        return text.substring(unwrapper.begin, unwrapper.end);
    }

    private void removeBegin() {
        while (begin < end && isAround(text.charAt(begin), OPENING) && !beginsIpv6()) {
            begin++;
        }
    }

    private boolean beginsIpv6() {
        return text.charAt(begin) == '['
                && IPV6.matcher(text).region(begin, text.length()).lookingAt();
    }

    private void removeEnd() {
        for (int at = begin; at < end; at++) {
            count(text.charAt(at), 1);
        }
        while (end > begin && isAfter(text.charAt(end - 1))) {
            end--;
            count(text.charAt(end), -1);
        }
    }

    private void count(char c, int times) {
        int bracket = BRACKETS.indexOf(c);
        if (bracket >= 0) {
            surplus[bracket / 2] += bracket % 2 == 0 ? -times : times;
        }
    }

    private boolean isAfter(char c) {
        int bracket = BRACKETS.indexOf(c);
        return bracket < 0
                ? isAround(c, CLOSING + punctuation)
                : bracket % 2 == 1 && surplus[bracket / 2] > 0 && !text.startsWith("->", end - 2);
    }

    private static boolean isAround(char c, String marks) {
        return marks.indexOf(c) >= 0 || Character.isWhitespace(c);
    }
}
