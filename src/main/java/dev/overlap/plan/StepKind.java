package dev.overlap.plan;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/** The kinds of steps without an address: a word, a colon and an argument. */
enum StepKind {
    CPU(false),
    SLEEP(true),
    LOCK(true),
    PERMIT(true),
    ADD(true),
    PUT(true),
    TAKE(true);

    /** Whether a host of this name was read as a host before there were steps of this kind. */
    private final boolean wasHost;

    private final String word;

    StepKind(boolean wasHost) {
        this.wasHost = wasHost;
        word = name().toLowerCase(Locale.ROOT) + ":";
    }

    /**
     * Returns the kind of a step, or null if it has an address. Text before an {@code @} is a user
     * name, as in {@code add:5@example.org}, and stays one.
     */
    static @Nullable StepKind of(String text) {
        for (StepKind kind : values()) {
            if (kind.begins(text)) {
                return kind.wasHost && text.indexOf('@') >= 0 ? null : kind;
            }
        }
        return null;
    }

    /** In ASCII: a host may be written with letters that only look like these to Java. */
    private boolean begins(String text) {
        return text.regionMatches(true, 0, word, 0, word.length())
                && text.chars().limit(word.length()).allMatch(c -> c < 0x80);
    }

    /** Returns the text after the colon. */
    static String argument(String text) {
        return text.substring(text.indexOf(':') + 1);
    }

    /** Returns the same problem, and how to write the host that the text may have meant. */
    SiteParseException withHost(String text, SiteParseException problem) {
        if (!wasHost || !SiteAddressParser.isHost(text)) {
            return problem;
        }
        String host = text.endsWith(":") ? text.substring(0, text.length() - 1) : text;
        return new SiteParseException(
                problem.sentence()
                        + " If a host is meant, write https://"
                        + Quoting.plain(host, 40)
                        + ".");
    }
}
