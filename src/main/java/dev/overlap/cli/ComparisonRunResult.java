package dev.overlap.cli;

import dev.overlap.cli.options.UsageException;
import dev.overlap.comparison.Comparison;
import dev.overlap.comparison.ComparisonPlan;
import dev.overlap.comparison.ComparisonRunException;
import dev.overlap.comparison.ComparisonRunner;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * The result of running a comparison plan.
 *
 * @param comparison what was measured
 * @param begun when it began
 * @param sound whether no run broke off; if one did, a sentence was printed
 */
record ComparisonRunResult(Comparison comparison, Instant begun, boolean sound) {

    /**
     * Runs a comparison plan, waits for its end and reports the progress.
     *
     * @param messages where the progress is printed
     * @throws UsageException if not even the first run can start
     */
    static ComparisonRunResult run(ComparisonPlan plan, CommandSession session, CliContext messages)
            throws UsageException, InterruptedException {
        Instant begun = Instant.now();
        ComparisonRunner runner = session.start(plan);
        ComparisonRunException failure = follow(runner, session, messages);
        if (failure != null) {
            printError(failure, runner.soFar(), messages);
        }
        return new ComparisonRunResult(runner.soFar(), begun, failure == null);
    }

    /** Returns why the comparison broke off, or null if it did not. */
    private static @Nullable ComparisonRunException follow(
            ComparisonRunner runner, CommandSession session, CliContext messages)
            throws InterruptedException {
        ComparisonProgressReporter reporter = new ComparisonProgressReporter(runner, messages);
        try {
            return switch (session.await(runner.done(), reporter::poll, runner::cancel)) {
                case null -> null;
                case ComparisonRunException failure -> failure;
                case Throwable fault ->
                        throw new IllegalStateException("unexpected end of a comparison", fault);
            };
        } finally {
            reporter.reportEnded();
        }
    }

    /**
     * Returns whether every run was made and every task of every run was answered, computed or
     * done.
     */
    boolean allSucceeded() {
        return sound
                && comparison.isWhole()
                && comparison.entries().stream()
                        .flatMap(variant -> variant.samples().stream())
                        .allMatch(run -> CommandSession.allSucceeded(run.trace()));
    }

    private static void printError(
            ComparisonRunException failure, Comparison soFar, CliContext messages)
            throws UsageException {
        if (!failure.hadBegun() && soFar.done() == 0) {
            throw new UsageException(failure);
        }
        messages.printError(failure);
    }
}
