package dev.overlap.cli.options;

/** Nothing is run, because of what was asked for; the message is the sentence that says why. */
public final class UsageException extends Exception {

    private static final long serialVersionUID = 1L;

    public UsageException(String sentence) {
        super(sentence);
    }

    /** Passes on what another room has refused; its message is a sentence for people. */
    public UsageException(Exception refusal) {
        super(refusal.getMessage(), refusal);
    }
}
