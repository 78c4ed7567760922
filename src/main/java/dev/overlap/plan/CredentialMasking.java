package dev.overlap.plan;

import dev.overlap.plan.address.UrlReference;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Removes user names and passwords from the text of a line before it is written to disk. They are
 * replaced by three asterisks, which {@link SiteAddressParser} rejects with a message: a list that
 * is read back asks for the missing credentials instead of sending requests without them.
 *
 * <p>In a valid line the secrets are known exactly. But passwords are mistyped, and lines are
 * commented out with {@code #}; there, everything from the start of an address to its last
 * {@code @} is removed unless it looks like a host and a path.
 */
final class CredentialMasking {

    private static final Pattern WORD = Pattern.compile("\\S*@\\S*");
    private static final Pattern ADDRESS =
            Pattern.compile("^[<\"'`(\u201c]?(?i:poll:)?[<\"'`(\u201c]?(?:[^/@]*//)?");

    /** A user in a path, where the blanks around an arrow or a brace were forgotten. */
    private static final Pattern GLUED =
            Pattern.compile("((?:->|\\{)(?i:poll:)?[A-Za-z]+://)[^/\\s]*@");

    private CredentialMasking() {}

    /** Returns the text of a line without secrets, or the same text if it has none. */
    static String masked(String text) {
        if (text.indexOf('@') < 0) {
            return text; // the common case: no matching, no copy
        }
        String before = text;
        String after = maskedOnce(before);
        while (!after.equals(before)) { // terminates: each round leaves fewer users to mask
            before = after;
            after = maskedOnce(before);
        }
        return GLUED.matcher(after).replaceAll("$1" + SiteAddressParser.STARS + "@");
    }

    /** Masks one user per word; the path after it may contain another address with its own user. */
    private static String maskedOnce(String text) {
        int comment = SiteLineParser.comment(text);
        return WORD.matcher(text)
                .replaceAll(
                        word ->
                                Matcher.quoteReplacement(
                                        maskedWord(word, word.start() >= comment)));
    }

    private static String maskedWord(MatchResult found, boolean inComment) {
        String word = found.group();
        int begin = begin(word);
        int at = isValid(unmasked(word)) ? endOfUser(word, begin) : word.lastIndexOf('@');
        if (at <= begin || !isSecret(word, begin, at, inComment)) {
            return word;
        }
        return word.substring(0, begin) + SiteAddressParser.STARS + word.substring(at);
    }

    /** Replaces asterisks from earlier masking with a placeholder user; they hide nothing else. */
    private static String unmasked(String word) {
        return word.replace(SiteAddressParser.STARS + "@", "u@");
    }

    /** Returns where the user would begin. */
    private static int begin(String word) {
        Matcher address = ADDRESS.matcher(word);
        return address.find() ? address.end() : 0;
    }

    /**
     * Returns where the user of a well-formed address ends, or -1: a path may contain {@code @},
     * too.
     */
    private static int endOfUser(String word, int begin) {
        int end = UrlReference.endOfAuthority(word, begin);
        return word.substring(0, end).lastIndexOf('@');
    }

    private static boolean isValid(String word) {
        try {
            Step _ = SiteAddressParser.site(word);
            return true;
        } catch (SiteParseException e) {
            return false; // then the text before the last @ is judged by its form
        }
    }

    /** Comments may contain e-mail addresses: only text after two slashes is a secret there. */
    private static boolean isSecret(String word, int begin, int at, boolean inComment) {
        if (inComment && !word.substring(0, begin).endsWith("//")) {
            return false;
        }
        String user = word.substring(begin, at);
        return user.indexOf(':') >= 0 || user.indexOf('/') < 0;
    }
}
