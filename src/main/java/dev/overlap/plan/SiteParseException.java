package dev.overlap.plan;

/**
 * Says what is wrong with a line and what would be right. Never leaves this package: it becomes a
 * {@link LineMeaning.Problem}.
 */
final class SiteParseException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String sentence;

    SiteParseException(String sentence) {
        super(sentence, null, false, false); // not a bug: no stack trace
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }
}
