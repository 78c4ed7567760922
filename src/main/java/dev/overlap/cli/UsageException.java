package dev.overlap.cli;

/** Nothing is run, because of what was asked for; the message is the sentence that says why. */
final class UsageException extends Exception {

    private static final long serialVersionUID = 1L;

    UsageException(String sentence) {
        super(sentence);
    }

    /** Passes on what another room has refused; its message is a sentence for people. */
    UsageException(Exception refusal) {
        super(refusal.getMessage(), refusal);
    }
}
