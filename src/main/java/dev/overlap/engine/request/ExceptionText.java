package dev.overlap.engine.request;

import java.util.List;

/** Formats the message of an exception for use in a sentence. */
public final class ExceptionText {

    private static final int MAX_REASON_LENGTH = 200;

    private ExceptionText() {}

    /** Returns a library's message that cannot echo a request. */
    public static String of(Throwable cause) {
        return of(cause, List.of());
    }

    /**
     * Returns a library's message as a single line of bounded length, safe to display and without
     * buffer positions, which are of no use to users.
     *
     * @param secrets text that must not be quoted
     */
    static String of(Throwable cause, List<String> secrets) {
        String message = cause.getMessage();
        if (message == null || message.isBlank()) {
            return cause.getClass().getSimpleName();
        }
        String line = message.replaceFirst("; error at offset \\d+", "");
        String quoted = ForeignText.quotable(line, secrets);
        return quoted.length() <= MAX_REASON_LENGTH
                ? quoted
                : quoted.substring(0, MAX_REASON_LENGTH) + "...";
    }
}
