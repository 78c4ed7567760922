package dev.overlap.render.resource;

import dev.overlap.trace.ResourceTrack;

/** What is at a point in the row of a resource. */
public sealed interface ResourceHit {

    /** A bar: a task has the resource. */
    record Held(TaskInterval span) implements ResourceHit {}

    /** A frame: a task waits for it. */
    record Waited(TaskInterval span) implements ResourceHit {}

    /**
     * A read or write of a counter.
     *
     * @param access its index
     */
    record Accessed(int access) implements ResourceHit {}

    /** An instant at which there is none of these. */
    record Instant(long nanos) implements ResourceHit {}

    /**
     * A point of a drawing.
     *
     * @param horizonNanos the instant up to which it is drawn
     */
    record Point(double x, double y, long horizonNanos) {}

    /** Returns the task that it belongs to, or -1. */
    default int task(ResourceTimeline resource) {
        return switch (this) {
            case Held(TaskInterval taskInterval) -> taskInterval.task();
            case Waited(TaskInterval taskInterval) -> taskInterval.task();
            case Accessed(int access) -> {
                ResourceTrack track = resource.track();
                yield track == null ? -1 : track.accesses().get(access).task();
            }
            case Instant _ -> -1;
        };
    }
}
