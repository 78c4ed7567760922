package dev.overlap.trace;

/** How a task ended. Every task has exactly one, sooner or later. */
public sealed interface Outcome {

    /**
     * A reply came, whatever its status says.
     *
     * @param status the HTTP status code of the last reply
     * @param bytes of all bodies as they came over the wire, still compressed
     */
    record Answered(int status, long bytes) implements Outcome {}

    /** A computation came to its end. */
    record Computed() implements Outcome {}

    /**
     * A fault ended it.
     *
     * @param sentence what happened, to which site, and what to do next
     */
    record Failed(FailureKind kind, String sentence) implements Outcome {}

    /** A person or the end of the run stopped it. */
    record Cancelled() implements Outcome {}

    /** Whether the task did what it was asked to. */
    default boolean isSuccess() {
        return switch (this) {
            case Answered _, Computed _ -> true;
            case Failed _, Cancelled _ -> false;
        };
    }

    /** One word for tables and files. */
    default String word() {
        return switch (this) {
            case Answered _ -> "answered";
            case Computed _ -> "computed";
            case Failed _ -> "failed";
            case Cancelled _ -> "cancelled";
        };
    }
}
