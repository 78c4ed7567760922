package dev.overlap.testkit;

import dev.overlap.compare.Comparison;
import dev.overlap.compare.Entry;
import dev.overlap.compare.Programme;
import dev.overlap.compare.Sample;
import dev.overlap.compare.Variant;
import dev.overlap.trace.Failure;
import dev.overlap.trace.Phase;
import dev.overlap.trace.Trace;
import dev.overlap.trace.WorkerTrack.Role;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** Comparisons that tests make up: tasks that wait, one after another or all at once. */
public final class Comparisons {

    private Comparisons() {}

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
                Arrays.stream(traces).map(trace -> new Sample(trace, 20_000_000)).toList();
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
        int worker = story.hire("worker-1", Role.THREAD);
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
        int loop = story.hire("loop-1", Role.LOOP);
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
