package dev.overlap.ui.run;

import dev.overlap.trace.TraceChange;
import dev.overlap.trace.TraceMoment;
import dev.overlap.trace.metrics.ContextSwitches;
import dev.overlap.trace.metrics.MachineLoad;
import dev.overlap.trace.metrics.Statistics;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A moment and its statistics, computed once for all panes, because that visits every phase of
 * every task and every slice of an event loop.
 *
 * @param load of the whole run; null until that has finished
 * @param lastChanges the latest changes at or before the moment of a replay; empty without a replay
 * @param expected how the tasks end if all succeed
 */
public record MomentStatistics(
        TraceMoment moment,
        Statistics statistics,
        ContextSwitches contextSwitches,
        @Nullable MachineLoad load,
        List<TraceChange> lastChanges,
        ExpectedOutcomes expected) {

    public MomentStatistics {
        lastChanges = List.copyOf(lastChanges);
    }

    /** Computes the statistics of a moment, without its changes and expectations. */
    public static MomentStatistics of(TraceMoment moment) {
        return of(moment, List.of(), ExpectedOutcomes.NONE);
    }

    /** Returns these statistics with what is known besides the trace. */
    public MomentStatistics with(List<TraceChange> changes, ExpectedOutcomes expectedOutcomes) {
        return new MomentStatistics(
                moment, statistics, contextSwitches, load, changes, expectedOutcomes);
    }

    static MomentStatistics of(
            TraceMoment moment, List<TraceChange> lastChanges, ExpectedOutcomes expected) {
        return new MomentStatistics(
                moment,
                Statistics.of(moment.trace(), moment.horizonNanos()),
                ContextSwitches.of(moment.trace(), moment.horizonNanos()),
                moment.trace().isFinished() ? MachineLoad.of(moment.trace()) : null,
                lastChanges,
                expected);
    }
}
