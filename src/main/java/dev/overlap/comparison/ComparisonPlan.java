package dev.overlap.comparison;

import dev.overlap.concurrency.BlockedLoop;
import dev.overlap.concurrency.EventLoop;
import dev.overlap.concurrency.Sequential;
import dev.overlap.concurrency.ThreadPool;
import dev.overlap.concurrency.Threads;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What is to be compared, and how often each is run.
 *
 * @param variants at least one, all of the same list
 * @param runs of each, 1 to {@value #MAX_RUNS}
 */
public record ComparisonPlan(List<Variant> variants, int runs) {

    /** What is compared unless somebody chooses: one of each way of waiting, and one mistake. */
    public static final List<String> DEFAULT_MODELS =
            List.of(Sequential.ID, Threads.ID, ThreadPool.ID, EventLoop.ID, BlockedLoop.ID);

    public static final int DEFAULT_RUNS = 3;
    public static final int MAX_RUNS = 99;

    /** All runs are kept until the end, and a task takes about half a kilobyte. */
    public static final int MAX_TASKS = 1_000_000;

    /**
     * One run.
     *
     * @param variant its index
     * @param round which run of this variant, from 0
     */
    public record ScheduledRun(int variant, int round) {}

    public ComparisonPlan {
        variants = List.copyOf(variants);
        if (variants.isEmpty()) {
            throw new IllegalArgumentException("There is nothing to compare. Choose a model.");
        }
        if (runs < 1 || runs > MAX_RUNS) {
            throw new IllegalArgumentException("Each model runs 1 to " + MAX_RUNS + " times.");
        }
        long tasks = (long) variants.getFirst().plan().tasks().size() * variants.size() * runs;
        if (tasks > MAX_TASKS) {
            throw new IllegalArgumentException(
                    "All runs together would make "
                            + tasks
                            + " tasks, and no more than "
                            + MAX_TASKS
                            + " can be kept. Choose fewer models, fewer runs or a shorter list.");
        }
    }

    /**
     * All runs in their order: forth in the first round, back in the second, and so on, so that
     * what changes steadily with time, such as a machine that warms up, favours none.
     */
    public List<ScheduledRun> turns() {
        List<ScheduledRun> turns = new ArrayList<>();
        for (int round = 0; round < runs; round++) {
            int now = round;
            List<ScheduledRun> forth =
                    IntStream.range(0, variants.size())
                            .mapToObj(it -> new ScheduledRun(it, now))
                            .toList();
            turns.addAll(round % 2 == 0 ? forth : forth.reversed());
        }
        return List.copyOf(turns);
    }
}
