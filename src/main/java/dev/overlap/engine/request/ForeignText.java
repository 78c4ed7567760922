package dev.overlap.engine.request;

import dev.overlap.plan.Quoting;
import dev.overlap.plan.Task;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The border where text of others enters: what a server, a library or a worker process said passes
 * here before it becomes part of a sentence or a label, so that no exit, be it a terminal, a table,
 * a picture or the clipboard, has to guard itself.
 *
 * <p>Two things never pass: what a terminal would obey or an eye would not see, see {@link
 * Quoting}, and credentials, which a server may send back in what it got wrong.
 */
public final class ForeignText {

    private static final String STARS = "***";

    /** Much more than a sentence shows; a server may send as much as it likes. */
    private static final int MAX_QUOTED = 1_000;

    /** Shorter passwords may be part of any address. */
    private static final int MIN_MASKED = 4;

    /** Names of fields whose values are secrets, and words that announce one; the rest goes. */
    private static final Pattern SECRET_FIELD =
            Pattern.compile(
                    "(?i)(authorization|authentication-info|cookie|api[-_]?key|token|passw(?:or)?d"
                            + "|secret|credential).+");

    private static final Pattern SECRET_SCHEME =
            Pattern.compile("(?i)\\b(basic|bearer|digest|negotiate|ntlm)\\s+\\S+");

    private static final Pattern USER_INFO = Pattern.compile("//[^/?#\\s]*@");

    private ForeignText() {}

    /** The text with a mark in place of every character that would not be seen. */
    static String visible(String text) {
        return isPlain(text) ? text : Quoting.plain(text, text.length());
    }

    /** Nearly always so, and asked for each exchange. */
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
     * The address of a request as it may be shown: a server may send its visitor to one that
     * repeats what must stay secret.
     */
    public static String label(String label, Task task) {
        String shown = label;
        if (!label.equals(task.label())) {
            for (String secret : Credentials.of(task.site().target())) {
                shown = secret.length() < MIN_MASKED ? shown : shown.replace(secret, STARS);
            }
        }
        return visible(shown);
    }

    /**
     * The begin of the text as it may be quoted: on one line, visible, and without credentials.
     *
     * @param secrets of the request that the text may have been a reply to; where it repeats one of
     *     them nothing of it is quoted
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
