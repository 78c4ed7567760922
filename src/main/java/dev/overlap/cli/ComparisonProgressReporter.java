package dev.overlap.cli;

import dev.overlap.cli.report.ProgressLine;
import dev.overlap.cli.report.ResultStream;
import dev.overlap.comparison.Comparison;
import dev.overlap.comparison.ComparisonPlan;
import dev.overlap.comparison.ComparisonRunException;
import dev.overlap.comparison.ComparisonRunner;
import dev.overlap.comparison.Measurement;
import dev.overlap.comparison.RunMetrics;
import dev.overlap.comparison.Variant;
import dev.overlap.text.DurationFormat;
import dev.overlap.text.NumberFormats;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;

import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * Follows a series to its end: looks at it ten times a second, says a line for each run that has
 * finished, and each failure of a variant once. Stops the series once nobody reads the results any
 * more.
 */
final class ComparisonProgressReporter {

    private final CliContext program;
    private final ResultStream results;
    private final ProgressLine progressLine;
    private final Set<String> told = new HashSet<>();
    private int turnsTold;

    /**
     * Speaks to {@code program}.
     *
     * @param results where the results go; the series is stopped when nobody reads them
     */
    ComparisonProgressReporter(CliContext program, ResultStream results) {
        this.program = program;
        this.results = results;
        this.progressLine =
                new ProgressLine(program.terminal() ? program.out() : ResultStream.silence());
    }

    /**
     * Waits until a series is done.
     *
     * @return why it broke off, or null if it did not
     */
    @Nullable ComparisonRunException follow(ComparisonRunner runner) throws InterruptedException {
        CompletableFuture<Void> done = runner.done().toCompletableFuture();
        try {
            while (!RunProgressReporter.endsBeforeNextLook(done)) {
                look(runner);
            }
            return null;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ComparisonRunException failed) {
                return failed;
            }
            throw new IllegalStateException("a series ended as none does", e);
        } finally {
            tell(runner.soFar());
        }
    }

    private void look(ComparisonRunner runner) {
        Comparison soFar = runner.soFar();
        if (soFar.done() > turnsTold) {
            tell(soFar);
        }
        drawLive(soFar, runner.now());
        if (results.isCutOff()) {
            runner.cancel();
        }
    }

    private void drawLive(Comparison soFar, ComparisonPlan.@Nullable ScheduledRun now) {
        Trace live = now == null ? null : soFar.entries().get(now.variant()).live();
        if (now != null && live != null) {
            progressLine.draw(name(soFar.plan(), now), live);
        }
    }

    /** Says a line for each run that has finished since the last one was told. */
    private void tell(Comparison soFar) {
        progressLine.clear();
        List<ComparisonPlan.ScheduledRun> turns = soFar.plan().turns();
        while (turnsTold < soFar.done()) {
            ComparisonPlan.ScheduledRun scheduledRun = turns.get(turnsTold++);
            tell(soFar, scheduledRun);
        }
        program.out().flush();
    }

    private void tell(Comparison soFar, ComparisonPlan.ScheduledRun scheduledRun) {
        Measurement measurement =
                soFar.entries().get(scheduledRun.variant()).samples().get(scheduledRun.round());
        Trace trace = measurement.trace();
        int undone = RunMetrics.undoneIn(trace);
        String outcome =
                undone == 0
                        ? "."
                        : ", "
                                + undone
                                + " of "
                                + NumberFormats.count(trace.tasks().size(), "task")
                                + " not done.";
        program.print(
                name(soFar.plan(), scheduledRun)
                        + ": "
                        + DurationFormat.text(measurement.wallNanos())
                        + outcome);
        trace.tasks().forEach(task -> printError(soFar.plan(), scheduledRun, task));
    }

    private void printError(
            ComparisonPlan comparisonPlan,
            ComparisonPlan.ScheduledRun scheduledRun,
            TaskTrack task) {
        if (task.outcome() instanceof Outcome.Failed(_, String sentence)) {
            String complaint =
                    name(comparisonPlan.variants().get(scheduledRun.variant())) + ": " + sentence;
            if (told.add(complaint)) {
                program.printError(complaint);
            }
        }
    }

    private static String name(
            ComparisonPlan comparisonPlan, ComparisonPlan.ScheduledRun scheduledRun) {
        String name = name(comparisonPlan.variants().get(scheduledRun.variant()));
        return comparisonPlan.runs() == 1
                ? name
                : name + ", run " + (scheduledRun.round() + 1) + " of " + comparisonPlan.runs();
    }

    private static String name(Variant variant) {
        String model = variant.plan().model();
        return variant.isOfWorkers()
                ? model + " with " + NumberFormats.count(Integer.parseInt(variant.name()), "worker")
                : model;
    }
}
