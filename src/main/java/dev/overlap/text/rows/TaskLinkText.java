package dev.overlap.text.rows;

import dev.overlap.text.DurationFormat;
import dev.overlap.trace.waits.TaskLink;

/** The words beside an arrow to the selected task. */
public final class TaskLinkText {

    private TaskLinkText() {}

    /** Says what the task at the arrow's tail did for, or to, the selected one. */
    public static String of(TaskLink link) {
        return switch (link.cause()) {
            case WORKER -> "";
            case WORKER_FREED -> "freed the worker";
            case ROOM -> "made room";
            case LOOP -> "held the loop for " + DurationFormat.text(link.nanos());
            case CONNECTION -> "used the connection before";
            case CONNECTION_FREED -> "freed a connection";
            case RESOURCE -> "held it";
        };
    }
}
