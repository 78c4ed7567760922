package dev.overlap.cli;

import dev.overlap.cli.options.UsageException;
import dev.overlap.comparison.Comparison;
import dev.overlap.comparison.ComparisonPlan;
import dev.overlap.comparison.ComparisonRunException;
import dev.overlap.comparison.ComparisonRunner;

import java.time.Instant;

/**
 * One comparison plan, run to its end.
 *
 * @param comparison what was measured
 * @param begun when it began
 * @param regular whether the series came to its end; if not, a sentence has been said
 */
record ComparisonRunResult(Comparison comparison, Instant begun, boolean regular) {

    /**
     * Runs a comparison plan and waits for its end, while its progress is told.
     *
     * @param voice speaks of the progress
     * @throws UsageException if not even the first run can start
     */
    static ComparisonRunResult run(
            ComparisonPlan comparisonPlan, CommandSession session, CliContext voice)
            throws UsageException, InterruptedException {
        Instant begun = Instant.now();
        ComparisonRunner runner =
                ComparisonRunner.start(
                        comparisonPlan,
                        session.session()::start,
                        ComparisonRunResult::inBackground);
        session.interruptHandler().stopsBy(runner::cancel);
        ComparisonRunException failed =
                new ComparisonProgressReporter(voice, session.results()).follow(runner);
        if (failed != null) {
            printError(failed, runner.soFar(), voice);
        }
        return new ComparisonRunResult(runner.soFar(), begun, failed == null);
    }

    /** Whether every run was made, and every task of every run was answered or computed. */
    boolean isDone() {
        return regular
                && comparison.isWhole()
                && comparison.entries().stream()
                        .flatMap(variantResult -> variantResult.samples().stream())
                        .allMatch(measurement -> RunResult.isDone(measurement.trace()));
    }

    private static void printError(
            ComparisonRunException failed, Comparison soFar, CliContext voice)
            throws UsageException {
        if (!failed.hadBegun() && soFar.done() == 0) {
            throw new UsageException(failed);
        }
        voice.printError(failed);
    }

    /** Starts one run after another; a thread each is little beside what a run starts. */
    private static void inBackground(Runnable task) {
        Thread.ofPlatform().daemon().name("overlap-series").start(task);
    }
}
