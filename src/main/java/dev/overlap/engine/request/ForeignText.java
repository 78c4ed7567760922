package dev.overlap.engine.request;

import dev.overlap.plan.Quoting;
import dev.overlap.plan.Task;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Sanitises foreign text: messages from servers, libraries and worker processes pass through here
 * before they become part of a message or label, so that no output, be it a terminal, a table, a
 * picture or the clipboard, needs its own protection.
 *
 * <p>Two things are always removed: control and invisible characters, see {@link Quoting}, and
 * credentials, which a server may echo in an error.
 */
public final class ForeignText {

    private static final String STARS = "***";

    /** Far more than a message shows; a server may send any amount. */
    private static final int MAX_QUOTED = 1_000;

    /** Shorter passwords may be part of any address. */
    private static final int MIN_MASKED = 4;

    /**
     * The names of fields with secret values, and words that announce a secret; the rest of the
     * text is removed.
     */
    private static final Pattern SECRET_FIELD =
            Pattern.compile(
                    "(?i)(authorization|authentication-info|cookie|api[-_]?key|token|passw(?:or)?d"
                            + "|secret|credential).+");

    private static final Pattern SECRET_SCHEME =
            Pattern.compile("(?i)\\b(basic|bearer|digest|negotiate|ntlm)\\s+\\S+");

    private static final Pattern USER_INFO = Pattern.compile("//[^/?#\\s]*@");

    private ForeignText() {}

    /** Returns the text with a mark in place of each invisible character. */
    static String visible(String text) {
        return isPlain(text) ? text : Quoting.plain(text, text.length());
    }

    /** Returns whether there is nothing to replace, as nearly always; called for each exchange. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~') {
                return false;
            }
        }
        return true;
    }

    /**
     * Returns the address of a request as it may be shown: a server may redirect to one that
     * contains secrets of the request.
     */
    public static String label(String label, Task task) {
        String shown = label;
        if (!label.equals(task.label())) {
            for (String secret : Credentials.of(task)) {
                shown = secret.length() < MIN_MASKED ? shown : shown.replace(secret, STARS);
            }
        }
        return visible(shown);
    }

    /**
     * Returns the beginning of the text as it may be quoted: on one line, visible, and without
     * credentials.
     *
     * @param secrets the secrets of the request that the text may be a response to; if the text
     *     contains one of them, nothing of it is quoted
     */
    static String quotable(String text, List<String> secrets) {
        if (secrets.stream().anyMatch(text::contains)) {
            return "not quoted, as it may hold the password";
        }
        String begin = text.substring(0, Math.min(text.length(), MAX_QUOTED));
        String masked =
                SECRET_FIELD.matcher(begin.replaceAll("\\s+", " ")).replaceAll("$1 " + STARS);
        masked = SECRET_SCHEME.matcher(masked).replaceAll("$1 " + STARS);
        return visible(USER_INFO.matcher(masked).replaceAll("//" + STARS + "@"));
    }
}
