package dev.overlap.cli;

import dev.overlap.cli.options.UsageException;
import dev.overlap.cli.report.ResultStream;
import dev.overlap.comparison.ComparisonPlan;
import dev.overlap.comparison.ComparisonRunner;
import dev.overlap.concurrency.Run;
import dev.overlap.plan.Plan;
import dev.overlap.runtime.EngineSession;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * The engine of one command, from opening it to the exit code. What it starts is cancelled by
 * Ctrl+C, and once nobody reads the results any more.
 */
final class CommandSession {

    private static final long POLL_MILLIS = 100;

    private final EngineSession engine;
    private final InterruptHandler interrupts;
    private final ResultStream results;

    private CommandSession(
            EngineSession engine, InterruptHandler interrupts, ResultStream results) {
        this.engine = engine;
        this.interrupts = interrupts;
        this.results = results;
    }

    /** What a command does with its session. */
    interface Action {

        /**
         * Runs something, reports it and writes the results, also after an interrupt.
         *
         * @return whether all of it succeeded
         */
        boolean execute(CommandSession session)
                throws UsageException, IOException, InterruptedException;
    }

    /** Opens the engine, executes an action and returns the exit code of the command. */
    static int execute(CliContext context, Action action)
            throws UsageException, IOException, InterruptedException {
        try (InterruptHandler interrupts = InterruptHandler.install();
                EngineSession engine = context.engines().open()) {
            boolean succeeded =
                    action.execute(new CommandSession(engine, interrupts, context.out()));
            context.out().flush();
            if (interrupts.isInterrupted()) {
                return ExitCode.INTERRUPTED.code();
            }
            return succeeded ? ExitCode.DONE.code() : ExitCode.FAILED.code();
        }
    }

    /**
     * Starts a run.
     *
     * @throws UsageException if the engine rejects the plan
     */
    Run start(Plan plan) throws UsageException {
        try {
            Run run = engine.start(plan);
            interrupts.onInterrupt(run::cancel);
            return run;
        } catch (IllegalArgumentException e) {
            throw new UsageException(e);
        }
    }

    /**
     * Returns what is missing on this machine to run all of some plans, as sentences; empty if
     * nothing is.
     */
    Optional<String> missing(Stream<Plan> plans) {
        return plans.flatMap(plan -> engine.missing(plan).stream()).findFirst();
    }

    /** Starts the runs of a comparison, one after another. */
    ComparisonRunner start(ComparisonPlan plan) {
        ComparisonRunner runner =
                ComparisonRunner.start(plan, engine::start, CommandSession::inBackground);
        interrupts.onInterrupt(runner::cancel);
        return runner;
    }

    /** Starting a thread for each run costs little compared with what a run starts. */
    private static void inBackground(Runnable task) {
        Thread.ofPlatform().daemon().name("overlap-series").start(task);
    }

    /**
     * Waits for the end of what was started, and polls it ten times per second. It is never asked
     * to report by itself, so that a flood of tasks costs it nothing.
     *
     * @param poll reports the progress since the last call
     * @param cancel cancels what was started; called once nobody reads the results any more
     * @return the fault that ended it early, or null
     */
    @Nullable Throwable await(CompletionStage<Void> done, Runnable poll, Runnable cancel)
            throws InterruptedException {
        CompletableFuture<Void> future = done.toCompletableFuture();
        try {
            while (!isDoneBeforeNextPoll(future)) {
                poll.run();
                if (results.isCutOff()) {
                    cancel.run();
                }
            }
            return null;
        } catch (ExecutionException e) {
            return e.getCause();
        }
    }

    private static boolean isDoneBeforeNextPoll(CompletableFuture<Void> done)
            throws InterruptedException, ExecutionException {
        try {
            done.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        }
    }

    /**
     * Returns whether every task of a trace was answered, computed or done, or the only one that
     * was wanted was.
     */
    static boolean allSucceeded(Trace trace) {
        return trace.hasWinner() || trace.tasks().stream().allMatch(TaskTrack::hasSucceeded);
    }
}
