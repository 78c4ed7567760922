package dev.overlap.engine.request;

/** What an exception says, in a form that fits into a sentence. */
public final class ExceptionText {

    private static final int MAX_REASON_LENGTH = 200;

    private ExceptionText() {}

    /** What a library says, on one line of bounded length; positions in a buffer help nobody. */
    public static String of(Throwable cause) {
        String message = cause.getMessage();
        if (message == null || message.isBlank()) {
            return cause.getClass().getSimpleName();
        }
        String line = message.replaceFirst("; error at offset \\d+", "").replaceAll("\\s+", " ");
        return line.length() <= MAX_REASON_LENGTH
                ? line
                : line.substring(0, MAX_REASON_LENGTH) + "...";
    }
}
