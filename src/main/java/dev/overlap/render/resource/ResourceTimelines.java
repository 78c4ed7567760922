package dev.overlap.render.resource;

import dev.overlap.trace.Trace;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * What the rows of all resources show. Derived when it is first asked for, since most drawings show
 * no such rows.
 *
 * <p>Threads: one at a time, as for all painting.
 */
public final class ResourceTimelines {

    private final Trace trace;
    private final long horizonNanos;
    private final boolean hasInterpreterLock;
    private final List<@Nullable ResourceTimeline> known = new ArrayList<>();
    private @Nullable ResourceTimeline interpreterLock;

    /**
     * Creates the resources of a trace.
     *
     * @param horizonNanos up to where statistics are computed
     */
    public ResourceTimelines(Trace trace, long horizonNanos) {
        this.trace = trace;
        this.horizonNanos = horizonNanos;
        this.hasInterpreterLock =
                trace.tasks().stream()
                        .anyMatch(
                                task -> {
                                    int last = task.segmentAt(horizonNanos);
                                    for (int s = 0; s <= last; s++) {
                                        if (task.isForLock(s)) {
                                            return true;
                                        }
                                    }
                                    return false;
                                });
    }

    /** Returns whether tasks had waited for the GIL by the instant. */
    public boolean hasInterpreterLock() {
        return hasInterpreterLock;
    }

    /** Returns the resource with an index in the trace. */
    public ResourceTimeline get(int index) {
        while (known.size() <= index) {
            known.add(null);
        }
        ResourceTimeline found = known.get(index);
        if (found == null) {
            found = ResourceTimeline.of(trace, trace.resource(index), horizonNanos);
            known.set(index, found);
        }
        return found;
    }

    /** Returns the GIL. */
    public ResourceTimeline interpreterLock() {
        ResourceTimeline found = interpreterLock;
        if (found == null) {
            found = ResourceTimeline.interpreterLock(trace);
            interpreterLock = found;
        }
        return found;
    }
}
