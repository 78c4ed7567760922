package dev.overlap.render.rows;

import dev.overlap.text.rows.RowText;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.TaskTrack;

/** How a task ended, as far as rows are filtered, grouped and sorted by it; in this order. */
public enum RowStatus {
    ANSWERED(RowText.ANSWERED),
    /** An answer with a status of 400 or more. */
    HTTP_ERROR(RowText.HTTP_ERROR),
    COMPUTED(RowText.COMPUTED),
    DONE(RowText.DONE),
    FAILED(RowText.FAILED),
    CANCELLED(RowText.CANCELLED),
    NOT_ENDED(RowText.NOT_ENDED);

    private static final int FIRST_ERROR_STATUS = 400;

    private final String words;

    RowStatus(String words) {
        this.words = words;
    }

    /** The name in menus and headings. */
    public String words() {
        return words;
    }

    /** Returns the status of a task in its current state. */
    public static RowStatus of(TaskTrack task) {
        return switch (task.outcome()) {
            case null -> NOT_ENDED;
            case Outcome.Answered(int status, long _) ->
                    status < FIRST_ERROR_STATUS ? ANSWERED : HTTP_ERROR;
            case Outcome.Computed _ -> COMPUTED;
            case Outcome.Done _ -> DONE;
            case Outcome.Failed _ -> FAILED;
            case Outcome.Cancelled _ -> CANCELLED;
        };
    }

    /** Orders tasks of the same status: by HTTP status, or by kind of failure. */
    @SuppressWarnings("EnumOrdinal") // only compared within this process
    static int detail(TaskTrack task) {
        return switch (task.outcome()) {
            case Outcome.Answered(int status, long _) -> status;
            case Outcome.Failed(var kind, String _) -> kind.ordinal();
            case Outcome.Computed _, Outcome.Done _, Outcome.Cancelled _ -> 0;
            case null -> 0;
        };
    }
}
