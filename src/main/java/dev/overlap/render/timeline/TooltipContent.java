package dev.overlap.render.timeline;

import dev.overlap.trace.Phase;

import java.util.List;

/**
 * The content of a tooltip. Immutable; equal contents look the same, so a chart need not repaint.
 *
 * @param title the task, worker or connection
 * @param here the item under the mouse; empty beside the bars
 * @param parts the time a task spent in each phase, in order of first occurrence
 * @param reason why the task failed, or its longest wait, or the owner of the item; empty for none
 *     of these
 */
public record TooltipContent(String title, String here, List<PhaseShare> parts, String reason) {

    /**
     * The time a task spent in a phase, in nanoseconds, over all repetitions.
     *
     * @param name of the phase
     */
    record PhaseShare(Phase phase, String name, long nanos) {

        /** The share of a phase that is named alike in every task. */
        PhaseShare(Phase phase, long nanos) {
            this(phase, phase.words(), nanos);
        }
    }

    public TooltipContent {
        parts = List.copyOf(parts);
    }
}
