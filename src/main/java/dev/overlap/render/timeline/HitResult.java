package dev.overlap.render.timeline;

import dev.overlap.render.resource.ResourceHit;
import dev.overlap.render.resource.ResourceMark;
import dev.overlap.trace.Phase;

import org.jspecify.annotations.Nullable;

/** The result of a hit test. */
public sealed interface HitResult {

    /** The lane of the program, or its name. */
    record Program() implements HitResult {}

    /** Nothing that can be described. */
    record Nothing() implements HitResult {}

    /**
     * An entry of the legend.
     *
     * @param phase null for a mark
     * @param mark null for a phase
     */
    record LegendEntry(@Nullable Phase phase, @Nullable ResourceMark mark) implements HitResult {}

    /**
     * The name of a worker, beside its lane.
     *
     * @param worker its index
     */
    record WorkerName(int worker) implements HitResult {}

    /**
     * The row of a task.
     *
     * @param task its index
     * @param segment the segment whose bar is hit, or -1 beside the bars
     */
    record Row(int task, int segment) implements HitResult {}

    /**
     * The lane of a worker.
     *
     * @param worker its index
     * @param slice the slice that is hit, or -1 between slices
     */
    record Lane(int worker, int slice) implements HitResult {}

    /**
     * The row of a resource, except a connection.
     *
     * @param index of the row
     * @param hit what is there
     */
    record Resource(int index, ResourceHit hit) implements HitResult {}

    /**
     * The row of a connection.
     *
     * @param connection its index
     * @param use the use that is hit, or the last one before, or -1 before the first
     * @param inUse whether the use itself is hit
     */
    record Connection(int connection, int use, boolean inUse) implements HitResult {}
}
