package dev.overlap.cli;

import dev.overlap.cli.report.CompletedTaskTracker;
import dev.overlap.cli.report.ProgressLine;
import dev.overlap.cli.report.ResultStream;
import dev.overlap.cli.report.RunReporter;
import dev.overlap.concurrency.Run;
import dev.overlap.trace.Trace;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Follows a run to its end: looks at the trace ten times a second and tells what is new. The run
 * itself is never asked to report, so that a flood of tasks costs it nothing. Stops the run once
 * nobody reads the results any more.
 */
final class RunProgressReporter {

    private static final long LOOK_MILLIS = 100;

    private final CliContext program;
    private final RunReporter reporter;
    private final ResultStream results;
    private final CompletedTaskTracker completedTaskTracker = new CompletedTaskTracker();
    private final ProgressLine progressLine;

    /**
     * What {@code telling} tells, and on a terminal the live line on top of it.
     *
     * @param results where the results go; the run is stopped when nobody reads them
     */
    RunProgressReporter(CliContext program, RunReporter reporter, ResultStream results) {
        this.program = program;
        this.reporter = reporter;
        this.results = results;
        this.progressLine =
                new ProgressLine(program.terminal() ? program.out() : ResultStream.silence());
    }

    /**
     * Waits until a run is done.
     *
     * @return whether it came to a regular end; if not, a sentence has been said
     */
    boolean follow(Run run) throws InterruptedException {
        CompletableFuture<Void> done = run.done().toCompletableFuture();
        try {
            while (!endsBeforeNextLook(done)) {
                look(run);
            }
            return true;
        } catch (ExecutionException e) {
            program.printError(
                    "Overlap itself failed while running "
                            + run.plan().model()
                            + ": "
                            + e.getCause()
                            + ". What was recorded by then is kept.");
            return false;
        } finally {
            tell(run.trace());
        }
    }

    /**
     * Waits until it is time for another look, or less.
     *
     * @return whether it is done
     * @throws ExecutionException if it has failed
     */
    static boolean endsBeforeNextLook(CompletableFuture<Void> done)
            throws InterruptedException, ExecutionException {
        try {
            done.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        }
    }

    private void look(Run run) {
        Trace trace = run.trace();
        if (completedTaskTracker.hasNews(trace)) {
            tell(trace);
        }
        progressLine.draw(run.plan().model(), trace);
        if (results.isCutOff()) {
            run.cancel();
        }
    }

    private void tell(Trace trace) {
        progressLine.clear();
        completedTaskTracker.news(trace).forEach(task -> reporter.ended(trace, task));
    }
}
