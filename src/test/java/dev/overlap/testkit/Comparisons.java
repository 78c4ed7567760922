package dev.overlap.testkit;

import dev.overlap.compare.Comparison;
import dev.overlap.compare.Entry;
import dev.overlap.compare.Programme;
import dev.overlap.compare.Sample;
import dev.overlap.compare.Variant;
import dev.overlap.model.Model;
import dev.overlap.plan.Plan;
import dev.overlap.trace.Failure;
import dev.overlap.trace.Phase;
import dev.overlap.trace.Trace;
import dev.overlap.trace.WorkerTrack;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/** Makes comparisons by hand: runs of three tasks with given wall times in milliseconds. */
public final class Comparisons {

    private static final String[] SITES = {"lab:/a", "lab:/b", "lab:/c"};
    private static final long CPU_NANOS = 20_000_000;

    private Comparisons() {}

    /** All runs made. */
    public static Comparison of(Entry... entries) {
        return of(true, entries);
    }

    /** One that goes on. */
    public static Comparison unfinished(Entry... entries) {
        return of(false, entries);
    }

    private static Comparison of(boolean finished, Entry... entries) {
        int runs = Arrays.stream(entries).mapToInt(it -> it.samples().size()).max().orElse(0);
        List<Variant> variants = Arrays.stream(entries).map(Entry::variant).toList();
        Programme programme = new Programme(variants, Math.max(1, runs));
        return new Comparison(programme, List.of(entries), finished);
    }

    /** Runs of a model, none if there are no times. */
    public static Entry entry(String model, double... millis) {
        return failing(model, 0, millis);
    }

    /** The same, where some tasks failed in each run. */
    public static Entry failing(String model, int failed, double... millis) {
        Plan plan = Story.plan(model, SITES);
        return entry(new Variant(Model.of(model).name(), plan), failed, millis);
    }

    /** Runs with a number of workers. */
    public static Entry workers(String model, int workers, double... millis) {
        return failingWorkers(model, workers, 0, millis);
    }

    /** The same, where some tasks failed in each run. */
    public static Entry failingWorkers(String model, int workers, int failed, double... millis) {
        Plan plan = Story.plan(model, SITES);
        return entry(Variant.ofWorkers(plan, List.of(workers)).getFirst(), failed, millis);
    }

    private static Entry entry(Variant variant, int failed, double... millis) {
        List<Sample> samples =
                DoubleStream.of(millis)
                        .mapToObj(wall -> new Sample(run(failed, wall), CPU_NANOS))
                        .toList();
        return new Entry(variant, samples, null);
    }

    /** Three tasks at once, carried by one thread, the last of which ends the run. */
    private static Trace run(int failed, double wall) {
        Story story = Story.of(SITES);
        int worker = story.hire("thread-1", WorkerTrack.Role.THREAD);
        for (int task = 0; task < SITES.length; task++) {
            story.carriedBy(task, worker).enter(task, Phase.WAIT, 0);
            if (task < failed) {
                story.failed(task, Failure.RESET, wall);
            } else {
                story.answered(task, 200, wall);
            }
        }
        return story.finished();
    }
}
