package dev.overlap.trace.waits;

import dev.overlap.trace.Phase;
import dev.overlap.trace.ResourceTrack;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Explains why a task waited for a lock, a permit, an item of a queue or room in it. */
public final class ResourceWaits {

    /**
     * A use that a task waits for.
     *
     * @param use what it asked for
     */
    public record Awaited(ResourceTrack resource, ResourceTrack.Use use) {}

    private final Trace trace;
    private final TaskTrack task;

    ResourceWaits(Trace trace, TaskTrack task) {
        this.trace = trace;
        this.task = task;
    }

    /** Returns what a task waits for at an instant, or null. Visits all uses of all resources. */
    static @Nullable Awaited at(Trace trace, int task, long nanos) {
        for (ResourceTrack resource : trace.resources()) {
            ResourceTrack.Use use = resource.waitOf(task, nanos);
            if (use != null) {
                return new Awaited(resource, use);
            }
        }
        return null;
    }

    /** Returns what a task waits for in a segment of phase BLOCKED up to an instant, or null. */
    public static @Nullable Awaited in(Trace trace, TaskTrack task, int segment, long untilNanos) {
        long begin = task.begin(segment);
        long end = Math.max(begin, Math.min(task.end(segment), untilNanos));
        Awaited during = at(trace, task.index(), begin + (end - begin) / 2);
        return during == null ? askedIn(trace, task.index(), begin, end) : during;
    }

    /**
     * Returns what a task of another process asked for between two instants: the grant is on its
     * way back while the task still waits.
     */
    private static @Nullable Awaited askedIn(Trace trace, int task, long begin, long end) {
        for (ResourceTrack resource : trace.resources()) {
            List<ResourceTrack.Use> uses = resource.uses();
            for (int i = uses.size() - 1; i >= 0 && uses.get(i).askedNanos() >= begin; i--) {
                if (uses.get(i).task() == task && uses.get(i).askedNanos() <= end) {
                    return new Awaited(resource, uses.get(i));
                }
            }
        }
        return null;
    }

    @Nullable Wait during(int segment, Stretch wait) {
        Awaited awaited = in(trace, task, segment, wait.end());
        if (awaited == null) {
            return null;
        }
        ResourceTrack.Use use = awaited.use;
        return new Wait.ForResource(
                wait.nanos(),
                wait.over(),
                use.isGranted(),
                awaited.resource.index(),
                use.purpose(),
                use.heldBy(),
                use.ahead());
    }

    /** Returns the wait of a task that got what it waited for until its thread ran on. */
    @Nullable Wait toGoOn(int segment, Stretch ready) {
        boolean granted = segment > 0 && task.phase(segment - 1) == Phase.BLOCKED;
        return granted && ready.isWorthACause()
                ? new Wait.ForResumption(ready.nanos(), ready.over())
                : null;
    }
}
