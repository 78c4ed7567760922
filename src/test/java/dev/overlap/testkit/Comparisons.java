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
import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Makes comparisons by hand: of runs of three tasks with given wall times in milliseconds, or of
 * traces whose pictures matter.
 */
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

    /** A comparison that is over. */
    public static Comparison finished(int runs, Entry... entries) {
        return of(runs, true, entries);
    }

    /** A comparison that goes on. */
    public static Comparison going(int runs, Entry... entries) {
        return of(runs, false, entries);
    }

    private static Comparison of(int runs, boolean finished, Entry... entries) {
        List<Variant> variants = Arrays.stream(entries).map(Entry::variant).toList();
        return new Comparison(new Programme(variants, runs), List.of(entries), finished);
    }

    /** An entry with a run for each trace; each used 20 ms of CPU time. */
    public static Entry entry(String model, String name, Trace... traces) {
        List<Sample> samples =
                Arrays.stream(traces).map(trace -> new Sample(trace, CPU_NANOS)).toList();
        return new Entry(variant(model, name), samples, null);
    }

    /** An entry whose first run goes on. */
    public static Entry live(String model, String name, Trace trace) {
        return new Entry(variant(model, name), List.of(), trace);
    }

    /** An entry that has not run. */
    public static Entry waiting(String model, String name) {
        return new Entry(variant(model, name), List.of(), null);
    }

    private static Variant variant(String model, String name) {
        return new Variant(name, Story.plan(model, "lab:/delay/100"));
    }

    /** Tasks that each wait so many milliseconds, one after another, on one thread. */
    public static Trace oneByOne(int tasks, double millis) {
        Story story = new Story(Collections.nCopies(tasks, "a"));
        int worker = story.hire("worker-1", WorkerTrack.Role.THREAD);
        for (int task = 0; task < tasks; task++) {
            double begin = task * millis;
            story.enter(task, Phase.WAIT, begin).carriedBy(task, worker);
            story.answered(task, 200, begin + millis).busy(worker, task, begin, begin + millis);
        }
        return story.finished();
    }

    /** Tasks that all wait so many milliseconds at once, on a loop. */
    public static Trace atOnce(int tasks, double millis) {
        Story story = new Story(Collections.nCopies(tasks, "a"));
        int loop = story.hire("loop-1", WorkerTrack.Role.LOOP);
        for (int task = 0; task < tasks; task++) {
            story.enter(task, Phase.WAIT, 0).answered(task, 200, millis);
        }
        return story.busy(loop, 0, millis - 1, millis).finished();
    }

    /** The same, and every one fails. */
    public static Trace failing(int tasks, double millis) {
        Story story = new Story(Collections.nCopies(tasks, "a"));
        IntStream.range(0, tasks)
                .forEach(
                        task ->
                                story.enter(task, Phase.WAIT, 0)
                                        .failed(task, Failure.NAME_NOT_FOUND, millis));
        return story.finished();
    }
}
