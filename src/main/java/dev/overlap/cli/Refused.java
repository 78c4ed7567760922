package dev.overlap.cli;

/** Nothing is run, because of what was asked for; the message is the sentence that says why. */
final class Refused extends Exception {

    private static final long serialVersionUID = 1L;

    Refused(String sentence) {
        super(sentence);
    }

    /** Passes on what another room has refused; its message is a sentence for people. */
    Refused(Exception refusal) {
        super(refusal.getMessage(), refusal);
    }
}
