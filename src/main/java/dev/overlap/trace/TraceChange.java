package dev.overlap.trace;

import org.jspecify.annotations.Nullable;

/** A change at an instant of a run. */
public sealed interface TraceChange {

    /**
     * A task entered a phase.
     *
     * @param before the phase that it left, or null if it was just created
     * @param phase the phase that it entered
     */
    record Entered(int task, @Nullable Phase before, Phase phase) implements TraceChange {}

    /**
     * A task ended.
     *
     * @param last the phase that it was in, or null if it ended as soon as it was created
     */
    record Ended(int task, @Nullable Phase last, Outcome outcome) implements TraceChange {}

    /**
     * A worker became busy.
     *
     * @param task the task that it is busy with, or -1 for none
     */
    record Busy(int worker, int task) implements TraceChange {}
}
