package dev.overlap.render.timeline;

import dev.overlap.trace.Phase;

import java.util.List;

/**
 * What is reported the thing under the mouse. Immutable; two equal tips look the same, so a chart
 * need not paint one again.
 *
 * @param title the task, the worker or the connection
 * @param here what is right under the mouse; empty beside the bars
 * @param parts how long a task was in each phase that it entered, in the order it first did
 * @param reason why the task failed, or else what it waited for longest, or whose the thing is;
 *     empty for none of these
 */
public record TooltipContent(String title, String here, List<PhaseShare> parts, String reason) {

    /** How long a task was in a phase, in nanoseconds, over all repeats. */
    public record PhaseShare(Phase phase, long nanos) {}

    public TooltipContent {
        parts = List.copyOf(parts);
    }
}
