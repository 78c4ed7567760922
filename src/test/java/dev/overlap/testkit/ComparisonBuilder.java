package dev.overlap.testkit;

import dev.overlap.comparison.Comparison;
import dev.overlap.comparison.ComparisonPlan;
import dev.overlap.comparison.Measurement;
import dev.overlap.comparison.Variant;
import dev.overlap.comparison.VariantResult;
import dev.overlap.concurrency.ConcurrencyModel;
import dev.overlap.plan.Plan;
import dev.overlap.trace.Exchange;
import dev.overlap.trace.FailureKind;
import dev.overlap.trace.Phase;
import dev.overlap.trace.Trace;
import dev.overlap.trace.WorkerTrack;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Builds comparisons: of runs of three tasks with given wall times in milliseconds, or of given
 * traces.
 */
public final class ComparisonBuilder {

    private static final String[] SITES = {"lab:/a", "lab:/b", "lab:/c"};
    private static final long CPU_NANOS = 20_000_000;

    private ComparisonBuilder() {}

    /** Returns a finished comparison. */
    public static Comparison of(VariantResult... entries) {
        return of(true, entries);
    }

    /** Returns a comparison in progress. */
    public static Comparison unfinished(VariantResult... entries) {
        return of(false, entries);
    }

    private static Comparison of(boolean finished, VariantResult... entries) {
        int runs = Arrays.stream(entries).mapToInt(it -> it.samples().size()).max().orElse(0);
        List<Variant> variants = Arrays.stream(entries).map(VariantResult::variant).toList();
        ComparisonPlan comparisonPlan = new ComparisonPlan(variants, Math.max(1, runs));
        return new Comparison(comparisonPlan, List.of(entries), finished);
    }

    /** Returns a variant with one run per wall time. */
    public static VariantResult entry(String model, double... millis) {
        return failing(model, 0, millis);
    }

    /** The same, where some tasks failed in each run. */
    public static VariantResult failing(String model, int failed, double... millis) {
        Plan plan = TraceBuilder.plan(model, SITES);
        return entry(new Variant(ConcurrencyModel.of(model).name(), plan), failed, millis);
    }

    /** Returns a variant with a number of workers. */
    public static VariantResult workers(String model, int workers, double... millis) {
        return failingWorkers(model, workers, 0, millis);
    }

    /** The same, where some tasks failed in each run. */
    public static VariantResult failingWorkers(
            String model, int workers, int failed, double... millis) {
        Plan plan = TraceBuilder.plan(model, SITES);
        return entry(Variant.ofWorkers(plan, List.of(workers)).getFirst(), failed, millis);
    }

    private static VariantResult entry(Variant variant, int failed, double... millis) {
        List<Measurement> samples =
                DoubleStream.of(millis)
                        .mapToObj(wall -> new Measurement(run(failed, wall), CPU_NANOS))
                        .toList();
        return new VariantResult(variant, samples, null);
    }

    /** A finished run of one task whose reply was sent 143 ms after its declared time. */
    public static Trace late() {
        Exchange late = Exchange.begin(0, 0, "/").replied("HTTP/1.1", 200, 343, 200);
        return TraceBuilder.of("lab:/a")
                .enter(0, Phase.WAIT, 0)
                .note(0, late)
                .answered(0, 200, 350)
                .finished();
    }

    /** Three concurrent tasks on one thread, the last of which ends the run. */
    private static Trace run(int failed, double wall) {
        TraceBuilder traceBuilder = TraceBuilder.of(SITES);
        int worker = traceBuilder.addWorker("thread-1", WorkerTrack.Role.THREAD);
        for (int task = 0; task < SITES.length; task++) {
            traceBuilder.carriedBy(task, worker).enter(task, Phase.WAIT, 0);
            if (task < failed) {
                traceBuilder.failed(task, FailureKind.RESET, wall);
            } else {
                traceBuilder.answered(task, 200, wall);
            }
        }
        return traceBuilder.finished();
    }

    /** Returns a finished comparison with a number of runs per variant. */
    public static Comparison finished(int runs, VariantResult... entries) {
        return of(runs, true, entries);
    }

    /** Returns a comparison in progress with a number of runs per variant. */
    public static Comparison going(int runs, VariantResult... entries) {
        return of(runs, false, entries);
    }

    private static Comparison of(int runs, boolean finished, VariantResult... entries) {
        List<Variant> variants = Arrays.stream(entries).map(VariantResult::variant).toList();
        return new Comparison(new ComparisonPlan(variants, runs), List.of(entries), finished);
    }

    /** Returns a variant with a run per trace, each with 20 ms of CPU time. */
    public static VariantResult entry(String model, String name, Trace... traces) {
        List<Measurement> samples =
                Arrays.stream(traces).map(trace -> new Measurement(trace, CPU_NANOS)).toList();
        return new VariantResult(variant(model, name), samples, null);
    }

    /** Returns a variant whose first run is in progress. */
    public static VariantResult live(String model, String name, Trace trace) {
        return new VariantResult(variant(model, name), List.of(), trace);
    }

    /** Returns a variant without a run. */
    public static VariantResult waiting(String model, String name) {
        return new VariantResult(variant(model, name), List.of(), null);
    }

    private static Variant variant(String model, String name) {
        return new Variant(name, TraceBuilder.plan(model, "lab:/delay/100"));
    }

    /** Returns a trace of tasks that wait one after another on one thread. */
    public static Trace oneByOne(int tasks, double millis) {
        TraceBuilder traceBuilder = new TraceBuilder(Collections.nCopies(tasks, "a"));
        int worker = traceBuilder.addWorker("worker-1", WorkerTrack.Role.THREAD);
        for (int task = 0; task < tasks; task++) {
            double begin = task * millis;
            traceBuilder.enter(task, Phase.WAIT, begin).carriedBy(task, worker);
            traceBuilder
                    .answered(task, 200, begin + millis)
                    .busy(worker, task, begin, begin + millis);
        }
        return traceBuilder.finished();
    }

    /** Returns a trace of tasks that all wait at once on an event loop. */
    public static Trace atOnce(int tasks, double millis) {
        TraceBuilder traceBuilder = new TraceBuilder(Collections.nCopies(tasks, "a"));
        int loop = traceBuilder.addWorker("loop-1", WorkerTrack.Role.LOOP);
        for (int task = 0; task < tasks; task++) {
            traceBuilder.enter(task, Phase.WAIT, 0).answered(task, 200, millis);
        }
        return traceBuilder.busy(loop, 0, millis - 1, millis).finished();
    }

    /** Returns such a trace in which every task fails. */
    public static Trace failing(int tasks, double millis) {
        TraceBuilder traceBuilder = new TraceBuilder(Collections.nCopies(tasks, "a"));
        IntStream.range(0, tasks)
                .forEach(
                        task ->
                                traceBuilder
                                        .enter(task, Phase.WAIT, 0)
                                        .failed(task, FailureKind.NAME_NOT_FOUND, millis));
        return traceBuilder.finished();
    }
}
