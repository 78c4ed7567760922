package dev.overlap.cli;

import dev.overlap.export.Report;
import dev.overlap.paint.Counts;
import dev.overlap.paint.Durations;
import dev.overlap.trace.HandOvers;
import dev.overlap.trace.Headcount;
import dev.overlap.trace.Phase;
import dev.overlap.trace.Statistics;
import dev.overlap.trace.Trace;

import java.util.List;
import java.util.Locale;

/** The numbers of a run, in words. */
final class Summary {

    private static final String NOT_TOLD = "cannot be told";
    private static final Table.Side LEFT = Table.Side.LEFT;

    private Summary() {}

    /** One run, a line a number. */
    static List<String> of(Report report) {
        Statistics numbers = numbers(report);
        Table table = new Table(LEFT, LEFT);
        table.row("Model", report.plan().model())
                .row("Wall", wall(numbers))
                .row("Tasks alone", alone(numbers));
        cpu(table, numbers, report.trace());
        workers(table, report.trace());
        return table.row("Gain", gain(numbers))
                .row("Peak in flight", peak(numbers, report.trace()))
                .row("Tasks", tasks(numbers))
                .lines();
    }

    private static Statistics numbers(Report report) {
        Trace trace = report.trace();
        return Statistics.of(trace, trace.horizonNanos());
    }

    private static String wall(Statistics numbers) {
        String wall = Durations.text(numbers.wallNanos());
        return numbers.startUpNanos() == 0
                ? wall
                : wall
                        + ", or "
                        + Durations.text(numbers.wallWithoutStartUpNanos())
                        + " without the start-up of the workers";
    }

    private static void cpu(Table table, Statistics numbers, Trace trace) {
        if (numbers.cpuNanos() > 0) {
            table.row("CPU time", Durations.text(numbers.cpuNanos()) + ", of all computations");
        }
        if (trace.processCpuNanos() >= 0) {
            String cpu = Durations.text(trace.processCpuNanos());
            table.row("Processes' CPU", cpu + ", start-up included");
        }
    }

    private static void workers(Table table, Trace trace) {
        String workers = Headcount.of(trace).words(Counts::text, ", ");
        if (!workers.isEmpty()) {
            table.row("Workers", workers);
            table.row("Hand-overs", handOvers(HandOvers.of(trace, trace.horizonNanos())));
        }
    }

    private static String handOvers(HandOvers handOvers) {
        String forced =
                handOvers.byForce() == HandOvers.UNKNOWN
                        ? "those by force are not told here"
                        : handOvers.byForce() + " by force";
        return handOvers.byChoice() + " by choice, " + forced;
    }

    private static String alone(Statistics numbers) {
        return numbers.longestNanos() < 0
                ? NOT_TOLD
                : sum(numbers) + ", the longest " + Durations.text(numbers.longestNanos());
    }

    private static String sum(Statistics numbers) {
        return (numbers.workNanos() < 0 ? NOT_TOLD : Durations.text(numbers.workNanos()))
                + " in sum";
    }

    private static String gain(Statistics numbers) {
        double gain = numbers.derivedSpeedUp();
        return Double.isNaN(gain)
                ? NOT_TOLD
                : String.format(Locale.ROOT, "%.1f x, derived from the sum of tasks alone", gain);
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
