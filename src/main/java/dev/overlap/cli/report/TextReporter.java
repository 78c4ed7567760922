package dev.overlap.cli.report;

import dev.overlap.report.RunReport;
import dev.overlap.text.DurationFormat;
import dev.overlap.text.NumberFormats;
import dev.overlap.text.OutcomeCountText;
import dev.overlap.text.ResourceStatisticsText;
import dev.overlap.text.RunText;
import dev.overlap.text.UncontendedTimeText;
import dev.overlap.text.run.MachineLoadText;
import dev.overlap.trace.CollectRule;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;
import dev.overlap.trace.ResourceTrack;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;
import dev.overlap.trace.metrics.CollectedResults;
import dev.overlap.trace.metrics.ContextSwitches;
import dev.overlap.trace.metrics.MachineLoad;
import dev.overlap.trace.metrics.ResourceStatistics;
import dev.overlap.trace.metrics.Statistics;
import dev.overlap.trace.metrics.WorkerCounts;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Reports a run as text: a line for each task, then a table of the numbers of the run. */
public final class TextReporter extends RunReporter {

    private static final String UNKNOWN = "unknown";
    private static final TextTable.Side LEFT = TextTable.Side.LEFT;

    private final PrintStream out;
    private final PrintStream err;

    /**
     * Prints answers on {@code out} and failures on {@code err}; cancelled tasks are only counted.
     */
    public TextReporter(PrintStream out, PrintStream err, ProgressLine progress) {
        super(progress);
        this.out = out;
        this.err = err;
    }

    @Override
    void report(Trace trace, TaskTrack task) {
        String duration = DurationFormat.text(task.endNanos() - task.beginNanos());
        switch (task.outcome()) {
            case Outcome.Answered(int status, _) ->
                    out.println(task.label() + ": " + status + ", " + duration);
            case Outcome.Computed _ ->
                    out.println(task.label() + ": computed, " + duration + cpu(task));
            case Outcome.Done _ -> out.println(task.label() + ": done, " + duration);
            case Outcome.Failed(_, String sentence) ->
                    err.println("overlap: " + sentence + " (" + duration + ")");
            case Outcome.Cancelled _ -> {}
            case null -> throw new IllegalStateException(task.label() + " has not ended");
        }
    }

    private static String cpu(TaskTrack task) {
        return task.cpuNanos() < 0 ? "" : ", CPU time " + DurationFormat.text(task.cpuNanos());
    }

    @Override
    public void conclude(RunReport report) {
        summary(report).forEach(out::println);
    }

    /** Returns the numbers of a run, one per line, and whether the machine was busy. */
    static List<String> summary(RunReport report) {
        List<String> lines = new ArrayList<>(numbers(report));
        Trace trace = report.trace();
        String busy = trace.isFinished() ? MachineLoadText.of(MachineLoad.of(trace)) : "";
        if (!busy.isEmpty()) {
            lines.add(busy);
        }
        return lines;
    }

    private static List<String> numbers(RunReport report) {
        Trace trace = report.trace();
        Statistics numbers = Statistics.of(trace, trace.horizonNanos());
        TextTable table = new TextTable(LEFT, LEFT);
        String model = report.plan().model();
        table.row("Model", model.isEmpty() ? report.modelName() : model)
                .row("Wall", wall(numbers))
                .row("Tasks alone", alone(numbers));
        if (numbers.lowerBound().exceedsLongestTask()) {
            table.row("Lower bound", UncontendedTimeText.withCause(numbers.lowerBound()));
        }
        if (trace.collects() != CollectRule.AT_END) {
            long first = CollectedResults.of(trace).firstNanos();
            table.row(
                    RunText.FIRST_RESULT,
                    first < 0 ? RunText.NO_RESULT : DurationFormat.text(first));
        }
        addCpu(table, numbers, trace);
        addResources(table, trace);
        addWorkers(table, trace);
        return table.row("Speed-up", speedUp(numbers))
                .row("Peak in flight", peak(numbers, trace))
                .row("Tasks", OutcomeCountText.withFailed(numbers))
                .lines();
    }

    private static String wall(Statistics numbers) {
        String wall = DurationFormat.text(numbers.wallNanos());
        return numbers.startUpNanos() == 0
                ? wall
                : wall
                        + ", or "
                        + DurationFormat.text(numbers.wallWithoutStartUpNanos())
                        + " without the start-up of the workers";
    }

    private static void addCpu(TextTable table, Statistics numbers, Trace trace) {
        if (numbers.cpuNanos() > 0) {
            table.row(
                    "CPU time",
                    DurationFormat.text(numbers.cpuNanos()) + ", all computations together");
        }
        if (trace.processCpuNanos() >= 0) {
            String cpu = DurationFormat.text(trace.processCpuNanos());
            table.row("Processes' CPU", cpu + ", start-up included");
        }
    }

    private static void addResources(TextTable table, Trace trace) {
        long horizon = trace.horizonNanos();
        for (ResourceTrack resource : trace.resources()) {
            ResourceStatistics numbers = ResourceStatistics.of(trace, resource, horizon);
            table.row(
                    ResourceStatisticsText.name(resource),
                    ResourceStatisticsText.text(resource, numbers, horizon));
        }
    }

    private static void addWorkers(TextTable table, Trace trace) {
        String workers = WorkerCounts.of(trace).words(NumberFormats::count, ", ");
        if (!workers.isEmpty()) {
            table.row("Workers", workers);
            table.row(
                    "Context switches",
                    contextSwitches(ContextSwitches.of(trace, trace.horizonNanos())));
        }
    }

    private static String contextSwitches(ContextSwitches switches) {
        String involuntary =
                switches.involuntary() == ContextSwitches.UNKNOWN
                        ? "involuntary ones are not reported here"
                        : NumberFormats.count(switches.involuntary()) + " involuntary";
        return NumberFormats.count(switches.voluntary()) + " voluntary, " + involuntary;
    }

    private static String alone(Statistics numbers) {
        return numbers.longestNanos() < 0
                ? UNKNOWN
                : sum(numbers) + ", the longest " + DurationFormat.text(numbers.longestNanos());
    }

    private static String sum(Statistics numbers) {
        return numbers.workNanos() < 0
                ? "total unknown"
                : DurationFormat.text(numbers.workNanos()) + " in total";
    }

    private static String speedUp(Statistics numbers) {
        double speedUp = numbers.derivedSpeedUp();
        return Double.isNaN(speedUp)
                ? UNKNOWN
                : NumberFormats.factor(speedUp) + " x, derived from the sum of tasks alone";
    }

    /** Says what the peak includes: connection limits apply to neither computations nor pauses. */
    private static String peak(Statistics numbers, Trace trace) {
        boolean includesOthers =
                trace.tasks().stream()
                        .anyMatch(it -> it.entered(Phase.PAUSE) || it.entered(Phase.COMPUTE));
        String peak = Integer.toString(numbers.peakInFlight());
        return includesOthers ? peak + ", pauses and computations included" : peak;
    }
}
