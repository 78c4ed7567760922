package dev.overlap.cli.options;

/**
 * Thrown when a command cannot be run as it was typed; the message is the sentence that says why.
 */
public final class UsageException extends Exception {

    private static final long serialVersionUID = 1L;

    public UsageException(String sentence) {
        super(sentence);
    }

    /** Wraps an exception of another package whose message is a sentence for people. */
    public UsageException(Exception cause) {
        super(cause.getMessage(), cause);
    }
}
