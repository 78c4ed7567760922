package dev.overlap.cli;

import dev.overlap.engine.Run;
import dev.overlap.export.Report;
import dev.overlap.model.Model;
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
record Execution(Report report, boolean regular) {

    /**
     * Runs a plan and waits for its end, while its progress is told.
     *
     * @throws Refused if the engine does not take the plan
     */
    static Execution run(Plan plan, Shift shift, Progress progress)
            throws Refused, InterruptedException {
        Instant begun = Instant.now();
        Run run = start(plan, shift.workshop());
        shift.interruption().stopsBy(run::cancel);
        boolean regular = progress.follow(run);
        String name = Model.of(plan.model()).name();
        return new Execution(
                new Report(plan, name, begun, run.trace(), Report.Look.DEFAULT), regular);
    }

    /** Whether every task was answered or computed. */
    boolean isDone() {
        return regular && isDone(report.trace());
    }

    /** Whether every task of a trace was answered or computed. */
    static boolean isDone(Trace trace) {
        return trace.tasks().stream().map(TaskTrack::outcome).allMatch(Execution::isSuccess);
    }

    private static Run start(Plan plan, Workshop workshop) throws Refused {
        try {
            return workshop.start(plan);
        } catch (IllegalArgumentException e) {
            throw new Refused(e);
        }
    }

    private static boolean isSuccess(@Nullable Outcome outcome) {
        return outcome != null && outcome.isSuccess();
    }
}
