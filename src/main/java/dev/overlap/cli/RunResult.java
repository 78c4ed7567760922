package dev.overlap.cli;

import dev.overlap.cli.options.UsageException;
import dev.overlap.concurrency.ConcurrencyModel;
import dev.overlap.concurrency.Run;
import dev.overlap.export.RunReport;
import dev.overlap.plan.Plan;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * One plan, run to its end.
 *
 * @param report what happened
 * @param regular whether the run came to its end without a fault of Overlap itself
 */
record RunResult(RunReport report, boolean regular) {

    /**
     * Runs a plan and waits for its end, while its progress is told.
     *
     * @throws UsageException if the engine does not take the plan
     */
    static RunResult run(Plan plan, CommandSession session, RunProgressReporter runProgressReporter)
            throws UsageException, InterruptedException {
        Instant begun = Instant.now();
        Run run = start(plan, session.session());
        session.interruptHandler().stopsBy(run::cancel);
        boolean regular = runProgressReporter.follow(run);
        String name = ConcurrencyModel.of(plan.model()).name();
        return new RunResult(
                new RunReport(plan, name, begun, run.trace(), RunReport.Look.DEFAULT), regular);
    }

    /** Whether every task was answered or computed. */
    boolean isDone() {
        return regular && isDone(report.trace());
    }

    /** Whether every task of a trace was answered or computed. */
    static boolean isDone(Trace trace) {
        return trace.tasks().stream().map(TaskTrack::outcome).allMatch(RunResult::isSuccess);
    }

    private static Run start(Plan plan, EngineSession engineSession) throws UsageException {
        try {
            return engineSession.start(plan);
        } catch (IllegalArgumentException e) {
            throw new UsageException(e);
        }
    }

    private static boolean isSuccess(@Nullable Outcome outcome) {
        return outcome != null && outcome.isSuccess();
    }
}
