package dev.overlap.render.links;

import dev.overlap.trace.Trace;
import dev.overlap.trace.waits.TaskLink;
import dev.overlap.trace.waits.TaskLinks;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Keeps the links of the selected task while the instant stays the same: finding them may visit
 * every task, and a finished run is painted many times.
 *
 * <p>Threads: one at a time.
 */
public final class TaskLinkCache implements TaskLinkSource {

    private @Nullable Trace trace;
    private int task = -1;
    private long horizon;
    private List<TaskLink> links = List.of();

    @Override
    public List<TaskLink> of(Trace shown, int selected, long horizonNanos) {
        if (shown != trace || selected != task || horizonNanos != horizon) {
            links = TaskLinks.of(shown, selected, horizonNanos);
            trace = shown;
            task = selected;
            horizon = horizonNanos;
        }
        return links;
    }
}
