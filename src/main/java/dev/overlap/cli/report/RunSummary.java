package dev.overlap.cli.report;

import dev.overlap.export.RunReport;
import dev.overlap.text.DurationFormat;
import dev.overlap.text.NumberFormats;
import dev.overlap.trace.ContextSwitches;
import dev.overlap.trace.Phase;
import dev.overlap.trace.Statistics;
import dev.overlap.trace.Trace;
import dev.overlap.trace.WorkerCounts;

import java.util.List;

/** The numbers of a run, in words. */
final class RunSummary {

    private static final String NOT_TOLD = "unknown";
    private static final TextTable.Side LEFT = TextTable.Side.LEFT;

    private RunSummary() {}

    /** One run, a line a number. */
    static List<String> of(RunReport report) {
        Statistics numbers = numbers(report);
        TextTable textTable = new TextTable(LEFT, LEFT);
        textTable
                .row("Model", report.plan().model())
                .row("Wall", wall(numbers))
                .row("Tasks alone", alone(numbers));
        cpu(textTable, numbers, report.trace());
        workers(textTable, report.trace());
        return textTable
                .row("Gain", gain(numbers))
                .row("Peak in flight", peak(numbers, report.trace()))
                .row("Tasks", tasks(numbers))
                .lines();
    }

    private static Statistics numbers(RunReport report) {
        Trace trace = report.trace();
        return Statistics.of(trace, trace.horizonNanos());
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

    private static void cpu(TextTable textTable, Statistics numbers, Trace trace) {
        if (numbers.cpuNanos() > 0) {
            textTable.row(
                    "CPU time", DurationFormat.text(numbers.cpuNanos()) + ", of all computations");
        }
        if (trace.processCpuNanos() >= 0) {
            String cpu = DurationFormat.text(trace.processCpuNanos());
            textTable.row("Processes' CPU", cpu + ", start-up included");
        }
    }

    private static void workers(TextTable textTable, Trace trace) {
        String workers = WorkerCounts.of(trace).words(NumberFormats::count, ", ");
        if (!workers.isEmpty()) {
            textTable.row("Workers", workers);
            textTable.row(
                    "Context switches",
                    contextSwitches(ContextSwitches.of(trace, trace.horizonNanos())));
        }
    }

    private static String contextSwitches(ContextSwitches switches) {
        String forced =
                switches.involuntary() == ContextSwitches.UNKNOWN
                        ? "involuntary ones are not reported here"
                        : switches.involuntary() + " involuntary";
        return switches.voluntary() + " voluntary, " + forced;
    }

    private static String alone(Statistics numbers) {
        return numbers.longestNanos() < 0
                ? NOT_TOLD
                : sum(numbers) + ", the longest " + DurationFormat.text(numbers.longestNanos());
    }

    private static String sum(Statistics numbers) {
        return (numbers.workNanos() < 0 ? NOT_TOLD : DurationFormat.text(numbers.workNanos()))
                + " in sum";
    }

    private static String gain(Statistics numbers) {
        double gain = numbers.derivedSpeedUp();
        return Double.isNaN(gain)
                ? NOT_TOLD
                : NumberFormats.factor(gain) + " x, derived from the sum of tasks alone";
    }

    /** A limit of connections limits neither computations nor pauses. */
    private static String peak(Statistics numbers, Trace trace) {
        boolean others =
                trace.tasks().stream()
                        .anyMatch(it -> it.entered(Phase.PAUSE) || it.entered(Phase.COMPUTE));
        String peak = Integer.toString(numbers.peakInFlight());
        return others ? peak + ", pauses and computations included" : peak;
    }

    private static String tasks(Statistics numbers) {
        String computed = numbers.computed() == 0 ? "" : numbers.computed() + " computed, ";
        String text = numbers.answered() + " answered, " + computed + numbers.failed() + " failed";
        return numbers.cancelled() == 0 ? text : text + ", " + numbers.cancelled() + " cancelled";
    }
}
