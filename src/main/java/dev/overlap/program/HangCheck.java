package dev.overlap.program;

import dev.overlap.text.program.HangText;
import dev.overlap.text.program.HangText.OpenTask;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;

import java.util.ArrayList;
import java.util.List;

/** Tells what a program waits for in which nothing happens any more. */
final class HangCheck {

    private static final long SILENT_NANOS = 10_000_000_000L;

    private HangCheck() {}

    /**
     * Returns what the tasks that are open wait for, if nothing was told for ten seconds; empty
     * otherwise.
     *
     * @param silentNanos since the last event
     */
    static List<String> of(Trace trace, long silentNanos) {
        if (silentNanos < SILENT_NANOS) {
            return List.of();
        }
        long now = trace.horizonNanos();
        List<OpenTask> open = new ArrayList<>();
        for (TaskTrack task : trace.tasksSoFar()) {
            int segment = task.segments() - 1;
            if (task.outcome() == null && segment >= 0) {
                open.add(OpenTask.of(task, segment, now));
            }
        }
        return HangText.of(silentNanos, open);
    }
}
