package dev.overlap.render.links;

import dev.overlap.trace.Trace;
import dev.overlap.trace.waits.TaskLink;

import java.util.List;

/** Knows the links of the selected task. */
@FunctionalInterface
public interface TaskLinkSource {

    /**
     * Returns the links of a task up to an instant; none as long as they are not known. Called
     * whenever arrows are painted.
     */
    List<TaskLink> of(Trace trace, int task, long horizonNanos);
}
