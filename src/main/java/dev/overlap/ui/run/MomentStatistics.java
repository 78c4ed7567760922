package dev.overlap.ui.run;

import dev.overlap.trace.ContextSwitches;
import dev.overlap.trace.Statistics;
import dev.overlap.trace.TraceChange;
import dev.overlap.trace.TraceMoment;

import java.util.List;

/**
 * A moment and its numbers, counted once for all panes. To count costs a look at every phase of
 * every task, and at every slice of a loop.
 *
 * @param lastChanges what changed last before the moment of a replay; empty for one that is none
 * @param computations how many tasks of the run compute; the others ask for an answer
 */
public record MomentStatistics(
        TraceMoment moment,
        Statistics numbers,
        ContextSwitches contextSwitches,
        List<TraceChange> lastChanges,
        int computations) {

    public MomentStatistics {
        lastChanges = List.copyOf(lastChanges);
    }

    public static MomentStatistics of(
            TraceMoment moment, List<TraceChange> lastChanges, int computations) {
        return new MomentStatistics(
                moment,
                Statistics.of(moment.trace(), moment.horizonNanos()),
                ContextSwitches.of(moment.trace(), moment.horizonNanos()),
                lastChanges,
                computations);
    }
}
