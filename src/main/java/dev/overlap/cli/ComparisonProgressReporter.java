package dev.overlap.cli;

import dev.overlap.cli.report.ProgressLine;
import dev.overlap.comparison.Comparison;
import dev.overlap.comparison.ComparisonPlan;
import dev.overlap.comparison.ComparisonPlan.ScheduledRun;
import dev.overlap.comparison.ComparisonRunner;
import dev.overlap.comparison.Measurement;
import dev.overlap.comparison.RunMetrics;
import dev.overlap.comparison.Variant;
import dev.overlap.text.DurationFormat;
import dev.overlap.text.NumberFormats;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reports a comparison while it is running: a line for each run that has ended, each failure of a
 * variant once, and the progress of the current run.
 */
final class ComparisonProgressReporter {

    private final ComparisonRunner runner;
    private final CliContext messages;
    private final ProgressLine progress;
    private final Set<String> reportedErrors = new HashSet<>();
    private int reportedRuns;

    ComparisonProgressReporter(ComparisonRunner runner, CliContext messages) {
        this.runner = runner;
        this.messages = messages;
        this.progress = messages.progressLine();
    }

    /** Reports the runs that have ended since the last call, then draws the progress. */
    void poll() {
        Comparison soFar = runner.soFar();
        if (soFar.done() > reportedRuns) {
            reportEnded(soFar);
        }
        drawProgress(soFar);
    }

    private void drawProgress(Comparison soFar) {
        ScheduledRun current = runner.now();
        Trace live = current == null ? null : soFar.entries().get(current.variant()).live();
        if (current != null && live != null) {
            progress.draw(name(soFar.plan(), current), live);
        }
    }

    /** Reports the runs that have ended since the last call, and clears the progress. */
    void reportEnded() {
        reportEnded(runner.soFar());
    }

    private void reportEnded(Comparison soFar) {
        progress.clear();
        List<ScheduledRun> runs = soFar.plan().turns();
        while (reportedRuns < soFar.done()) {
            report(soFar, runs.get(reportedRuns++));
        }
        messages.out().flush();
    }

    private void report(Comparison soFar, ScheduledRun run) {
        Measurement measurement = soFar.entries().get(run.variant()).samples().get(run.round());
        Trace trace = measurement.trace();
        messages.print(
                name(soFar.plan(), run)
                        + ": "
                        + DurationFormat.text(measurement.wallNanos())
                        + outcome(trace));
        Variant variant = soFar.plan().variants().get(run.variant());
        trace.tasks().forEach(task -> reportError(variant, task));
    }

    private static String outcome(Trace trace) {
        int undone = RunMetrics.undoneIn(trace);
        String tasks = NumberFormats.count(trace.tasks().size(), "task");
        return undone == 0 ? "." : ", " + undone + " of " + tasks + " not done.";
    }

    private void reportError(Variant variant, TaskTrack task) {
        if (task.outcome() instanceof Outcome.Failed(_, String sentence)) {
            String error = name(variant) + ": " + sentence;
            if (reportedErrors.add(error)) {
                messages.printError(error);
            }
        }
    }

    private static String name(ComparisonPlan plan, ScheduledRun run) {
        String name = name(plan.variants().get(run.variant()));
        return plan.runs() == 1 ? name : name + ", run " + (run.round() + 1) + " of " + plan.runs();
    }

    private static String name(Variant variant) {
        String model = variant.plan().model();
        return variant.isOfWorkers()
                ? model + " with " + NumberFormats.count(Integer.parseInt(variant.name()), "worker")
                : model;
    }
}
