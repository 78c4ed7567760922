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
 * The variants to compare, and the number of runs of each.
 *
 * @param variants at least one, all of the same list
 * @param runs of each, 1 to {@value #MAX_RUNS}
 */
public record ComparisonPlan(List<Variant> variants, int runs) {

    /** The default selection: one model for each way of waiting, and one mistake. */
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
     * @param round the index of the run within this variant, from 0
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
     * All runs in order: forwards in the first round, backwards in the second, and so on, so that
     * gradual changes, such as a machine warming up, favour no variant.
     */
    public List<ScheduledRun> turns() {
        List<ScheduledRun> turns = new ArrayList<>();
        for (int round = 0; round < runs; round++) {
            int currentRound = round;
            List<ScheduledRun> forwards =
                    IntStream.range(0, variants.size())
                            .mapToObj(it -> new ScheduledRun(it, currentRound))
                            .toList();
            turns.addAll(round % 2 == 0 ? forwards : forwards.reversed());
        }
        return List.copyOf(turns);
    }
}
