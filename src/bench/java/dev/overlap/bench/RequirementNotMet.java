package dev.overlap.bench;

/** What was measured is not as it must be; the message says in a sentence what is not. */
final class RequirementNotMet extends Exception {

    private static final long serialVersionUID = 1;

    RequirementNotMet(String sentence) {
        super(sentence);
    }
}
