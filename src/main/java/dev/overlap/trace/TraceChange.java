package dev.overlap.trace;

import org.jspecify.annotations.Nullable;

/** One thing that changed at an instant of a run. */
public sealed interface TraceChange {

    /**
     * A task is in another phase.
     *
     * @param before the phase that it left, or null where it has just been created
     * @param phase that it is in now
     */
    record Entered(int task, @Nullable Phase before, Phase phase) implements TraceChange {}

    /**
     * A task came to its end.
     *
     * @param last the phase that it was in, or null where it was created and ended at once
     */
    record Ended(int task, @Nullable Phase last, Outcome outcome) implements TraceChange {}

    /**
     * A worker turns to something.
     *
     * @param task that it is busy with, or -1 for nobody's
     */
    record Busy(int worker, int task) implements TraceChange {}
}
