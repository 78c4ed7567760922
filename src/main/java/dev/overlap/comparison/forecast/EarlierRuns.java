package dev.overlap.comparison.forecast;

import dev.overlap.plan.Plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * The wall times of earlier runs, per plan: the latest of each plan, and the plans run last.
 *
 * <p>Threads: one at a time.
 */
public final class EarlierRuns {

    private static final int MAX_PLANS = 200;
    private static final int MAX_RUNS = 9;

    private final Map<Plan, List<Long>> walls = new LinkedHashMap<>();
    private long version;

    /** Adds a run that was not stopped; its wall time in nanoseconds. */
    public void add(Plan plan, long wallNanos) {
        List<Long> runs = walls.remove(plan); // to become the last one
        List<Long> latest = runs == null ? new ArrayList<>() : runs;
        if (latest.size() == MAX_RUNS) {
            latest.removeFirst();
        }
        latest.add(wallNanos);
        walls.put(plan, latest);
        if (walls.size() > MAX_PLANS) {
            walls.remove(walls.keySet().iterator().next());
        }
        version++;
    }

    /** The median wall time of the runs of a plan, in nanoseconds; empty without any. */
    OptionalLong medianNanos(Plan plan) {
        List<Long> runs = walls.getOrDefault(plan, List.of()).stream().sorted().toList();
        return runs.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(runs.get((runs.size() - 1) / 2));
    }

    /** Grows with each run that is added. */
    public long version() {
        return version;
    }
}
