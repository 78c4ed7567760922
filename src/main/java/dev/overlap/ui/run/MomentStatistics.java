package dev.overlap.ui.run;

import dev.overlap.trace.Trace;
import dev.overlap.trace.TraceChange;
import dev.overlap.trace.TraceMemo;
import dev.overlap.trace.TraceMoment;
import dev.overlap.trace.metrics.ContextSwitches;
import dev.overlap.trace.metrics.FinishedRun;
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
 * @param panes what the panes of workers and resources say
 * @param lastChanges the latest changes at or before the moment of a replay; empty without a replay
 * @param expected how the tasks end if all succeed
 */
public record MomentStatistics(
        TraceMoment moment,
        Statistics statistics,
        ContextSwitches contextSwitches,
        @Nullable MachineLoad load,
        TaskDurations durations,
        PaneFigures panes,
        List<TraceChange> lastChanges,
        ExpectedOutcomes expected) {

    public MomentStatistics {
        lastChanges = List.copyOf(lastChanges);
    }

    /**
     * Computes the statistics of a moment, without its changes and expectations.
     *
     * @param whole the numbers of a finished run, which do not depend on the moment
     */
    public static MomentStatistics of(TraceMoment moment, TraceMemo<FinishedRun> whole) {
        Trace trace = moment.trace();
        FinishedRun run = trace.isFinished() ? whole.of(trace) : null;
        Statistics numbers =
                run != null && moment.horizonNanos() == trace.wallNanos()
                        ? run.numbers()
                        : Statistics.of(trace, moment.horizonNanos());
        return new MomentStatistics(
                moment,
                numbers,
                ContextSwitches.of(trace, moment.horizonNanos()),
                run == null ? null : run.load(),
                TaskDurations.of(moment),
                PaneFigures.of(moment, numbers),
                List.of(),
                ExpectedOutcomes.NONE);
    }

    /** Returns these statistics with what is known besides the trace. */
    public MomentStatistics with(List<TraceChange> changes, ExpectedOutcomes expectedOutcomes) {
        return new MomentStatistics(
                moment,
                statistics,
                contextSwitches,
                load,
                durations,
                panes,
                changes,
                expectedOutcomes);
    }
}
