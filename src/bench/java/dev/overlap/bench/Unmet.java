package dev.overlap.bench;

/** What was measured is not as it must be; the message says in a sentence what is not. */
final class Unmet extends Exception {

    private static final long serialVersionUID = 1;

    Unmet(String sentence) {
        super(sentence);
    }
}
