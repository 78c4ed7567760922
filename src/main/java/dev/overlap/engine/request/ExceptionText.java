package dev.overlap.engine.request;

import java.util.List;

/** What an exception says, in a form that fits into a sentence. */
public final class ExceptionText {

    private static final int MAX_REASON_LENGTH = 200;

    private ExceptionText() {}

    /** What a library says, where it cannot be the echo of a request. */
    public static String of(Throwable cause) {
        return of(cause, List.of());
    }

    /**
     * What a library says, on one line of bounded length, fit to be shown; positions in a buffer
     * help nobody.
     *
     * @param secrets that must not be quoted
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
