package dev.overlap.comparison;

import java.util.concurrent.CompletionException;

/** Why a series broke off; the message is a sentence for people, the cause is what happened. */
public final class ComparisonRunException extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean begun;

    private ComparisonRunException(String sentence, boolean begun, Throwable cause) {
        super(sentence, cause);
        this.begun = begun;
    }

    /** A run was not begun, for the reason that the cause tells. */
    static ComparisonRunException refused(Throwable cause) {
        String sentence = cause.getMessage();
        return new ComparisonRunException(
                sentence == null ? cause.toString() : sentence, false, cause);
    }

    /**
     * A run broke off by a fault of Overlap itself.
     *
     * @param fault as a stage passes it on
     */
    static ComparisonRunException broken(String model, Throwable fault) {
        Throwable cause =
                fault instanceof CompletionException && fault.getCause() != null
                        ? fault.getCause()
                        : fault;
        return new ComparisonRunException(
                "Overlap itself failed while running "
                        + model
                        + ": "
                        + cause
                        + ". What was measured by then is kept.",
                true,
                cause);
    }

    /** Whether the run had begun; if not, what was asked for cannot be run as it is. */
    public boolean hadBegun() {
        return begun;
    }
}
