package dev.overlap.chart.background;

import dev.overlap.render.links.TaskLinkSource;
import dev.overlap.trace.Trace;
import dev.overlap.trace.waits.TaskLink;
import dev.overlap.trace.waits.TaskLinks;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Finds the links of the selected task without making a frame wait. Of a long run, arrows are drawn
 * once they are found, and those that were found for an earlier instant until then.
 *
 * <p>Threads: JavaFX thread only.
 */
public final class TaskLinkLookup implements TaskLinkSource {

    private final TraceQuestion<TaskMoment, List<TaskLink>> links =
            new TraceQuestion<>(
                    TaskMoment::trace,
                    asked -> TaskLinks.of(asked.trace(), asked.task(), asked.horizonNanos()));

    private @Nullable TaskMoment asked;
    private @Nullable List<TaskLink> painted;

    /** Begins a frame, which may draw no arrows. */
    public void beginFrame() {
        asked = null;
    }

    @Override
    public List<TaskLink> of(Trace trace, int task, long horizonNanos) {
        TaskMoment now = new TaskMoment(trace, task, horizonNanos);
        asked = now;
        painted = known(now);
        return painted == null
                ? List.of()
                : painted.stream().filter(link -> link.atNanos() <= horizonNanos).toList();
    }

    private @Nullable List<TaskLink> known(TaskMoment now) {
        return links.askSimilar(now, now::isOfSameTask);
    }

    /** Whether others have been found than those that were painted last. */
    @SuppressWarnings("ReferenceEquality") // equal links only cost painting once more
    public boolean hasNews() {
        TaskMoment now = asked;
        return now != null && known(now) != painted;
    }
}
