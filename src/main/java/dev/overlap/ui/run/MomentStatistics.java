package dev.overlap.ui.run;

import dev.overlap.trace.Trace;
import dev.overlap.trace.TraceChange;
import dev.overlap.trace.TraceMoment;
import dev.overlap.trace.metrics.ContextSwitches;
import dev.overlap.trace.metrics.MachineLoad;
import dev.overlap.trace.metrics.Statistics;
import dev.overlap.trace.metrics.TaskDurations;

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
        TaskDurations durations,
        List<TraceChange> lastChanges,
        ExpectedOutcomes expected) {

    public MomentStatistics {
        lastChanges = List.copyOf(lastChanges);
    }

    /**
     * Computes the statistics of a moment, without its changes and expectations.
     *
     * @param earlier those that were computed before, perhaps of another run; null if there are
     *     none. The load of a finished run does not depend on the moment and is kept.
     */
    public static MomentStatistics of(TraceMoment moment, @Nullable MomentStatistics earlier) {
        return of(moment, load(moment.trace(), earlier), List.of(), ExpectedOutcomes.NONE);
    }

    @SuppressWarnings("ReferenceEquality") // a trace is one run
    private static @Nullable MachineLoad load(Trace trace, @Nullable MomentStatistics earlier) {
        if (!trace.isFinished()) {
            return null;
        }
        MachineLoad known =
                earlier == null || earlier.moment.trace() != trace ? null : earlier.load;
        return known == null ? MachineLoad.of(trace) : known;
    }

    /** Returns these statistics with what is known besides the trace. */
    public MomentStatistics with(List<TraceChange> changes, ExpectedOutcomes expectedOutcomes) {
        return new MomentStatistics(
                moment, statistics, contextSwitches, load, durations, changes, expectedOutcomes);
    }

    static MomentStatistics of(
            TraceMoment moment, List<TraceChange> lastChanges, ExpectedOutcomes expected) {
        return of(moment, load(moment.trace(), null), lastChanges, expected);
    }

    private static MomentStatistics of(
            TraceMoment moment,
            @Nullable MachineLoad load,
            List<TraceChange> lastChanges,
            ExpectedOutcomes expected) {
        return new MomentStatistics(
                moment,
                Statistics.of(moment.trace(), moment.horizonNanos()),
                ContextSwitches.of(moment.trace(), moment.horizonNanos()),
                load,
                TaskDurations.of(moment),
                lastChanges,
                expected);
    }
}
