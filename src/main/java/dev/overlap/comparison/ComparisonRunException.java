package dev.overlap.comparison;

import java.util.concurrent.CompletionException;

/**
 * Thrown if a comparison is aborted; the message is for the user, the cause is the original error.
 */
public final class ComparisonRunException extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean begun;

    private ComparisonRunException(String sentence, boolean begun, Throwable cause) {
        super(sentence, cause);
        this.begun = begun;
    }

    /** A run could not be started, for the reason given by the cause. */
    static ComparisonRunException notStarted(Throwable cause) {
        String sentence = cause.getMessage();
        return new ComparisonRunException(
                sentence == null ? cause.toString() : sentence, false, cause);
    }

    /**
     * A run was aborted by an internal error.
     *
     * @param fault as passed on by a completion stage
     */
    static ComparisonRunException aborted(String model, Throwable fault) {
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

    /** Whether the run had begun; if not, the request cannot be run as it is. */
    public boolean hadBegun() {
        return begun;
    }
}
