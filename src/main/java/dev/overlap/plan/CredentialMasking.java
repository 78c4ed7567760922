package dev.overlap.plan;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes user names and passwords out of the text of a line, for everything that is written to a
 * disk. Three stars stand for them, which {@link SiteAddressParser} refuses with a sentence: a list
 * that is read back asks for what is missing instead of sending requests without it.
 *
 * <p>A line that is understood tells exactly what its secrets are. People also mistype passwords,
 * and put a line aside after a {@code #}; there everything between the begin of an address and its
 * last {@code @} goes, unless it looks like a host and a path.
 */
final class CredentialMasking {

    private static final Pattern WORD = Pattern.compile("\\S*@\\S*");
    private static final Pattern ADDRESS =
            Pattern.compile("^[<\"'`(\u201c]?(?i:poll:)?[<\"'`(\u201c]?(?:[^/@]*//)?");

    private CredentialMasking() {}

    /** The text of a line without secrets; the same text if it holds none. */
    static String masked(String text) {
        if (text.indexOf('@') < 0) {
            return text; // nearly always: nothing is matched or copied
        }
        String before = text;
        String after = maskedOnce(before);
        while (!after.equals(before)) { // ends: a round leaves fewer users that are not stars
            before = after;
            after = maskedOnce(before);
        }
        return after;
    }

    /** One user per word; the path after it may hold another address with a user of its own. */
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
        int at = isUnderstood(unmasked(word)) ? endOfUser(word, begin) : word.lastIndexOf('@');
        if (at <= begin || !isSecret(word, begin, at, inComment)) {
            return word;
        }
        return word.substring(0, begin) + SiteAddressParser.STARS + word.substring(at);
    }

    /** With somebody in place of the stars, which were put there before, and hide nothing else. */
    private static String unmasked(String word) {
        return word.replace(SiteAddressParser.STARS + "@", "u@");
    }

    /** Where the user would stand. */
    private static int begin(String word) {
        Matcher address = ADDRESS.matcher(word);
        return address.find() ? address.end() : 0;
    }

    /** Where the user of a well-formed address ends, or -1: an {@code @} may stand in a path. */
    private static int endOfUser(String word, int begin) {
        int end = UrlReference.endOfAuthority(word, begin);
        return word.substring(0, end).lastIndexOf('@');
    }

    private static boolean isUnderstood(String word) {
        try {
            Site _ = SiteAddressParser.site(word);
            return true;
        } catch (SiteParseException e) {
            return false; // then what stands in front of the last @ is judged by its looks
        }
    }

    /** Comments hold e-mail addresses, too: only what follows two slashes is a secret there. */
    private static boolean isSecret(String word, int begin, int at, boolean inComment) {
        if (inComment && !word.substring(0, begin).endsWith("//")) {
            return false;
        }
        String user = word.substring(begin, at);
        return user.indexOf(':') >= 0 || user.indexOf('/') < 0;
    }
}
