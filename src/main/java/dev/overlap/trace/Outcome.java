package dev.overlap.trace;

/** How a task ended. Every task ends with exactly one outcome. */
public sealed interface Outcome {

    /**
     * A reply was received, whatever its status.
     *
     * @param status the HTTP status code of the last reply
     * @param bytes of all bodies as received, still compressed
     */
    record Answered(int status, long bytes) implements Outcome {}

    /** A computation finished. */
    record Computed() implements Outcome {}

    /** All steps are done, none of which was answered or computed. */
    record Done() implements Outcome {}

    /**
     * The task failed.
     *
     * @param sentence says what happened, to which site, and what to do next
     */
    record Failed(FailureKind kind, String sentence) implements Outcome {}

    /** The task was stopped by the user or by the end of the run. */
    record Cancelled() implements Outcome {}

    /** Returns whether the task was completed; an HTTP error is an answer. */
    default boolean isSuccess() {
        return switch (this) {
            case Answered _, Computed _, Done _ -> true;
            case Failed _, Cancelled _ -> false;
        };
    }

    /** Returns the word for this outcome in tables and files. */
    default String word() {
        return switch (this) {
            case Answered _ -> "answered";
            case Computed _ -> "computed";
            case Done _ -> "done";
            case Failed _ -> "failed";
            case Cancelled _ -> "cancelled";
        };
    }
}
