package dev.overlap.bench;

import dev.overlap.concurrency.PythonModel;
import dev.overlap.concurrency.Run;
import dev.overlap.plan.Plan;
import dev.overlap.runtime.EngineSession;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;
import dev.overlap.trace.metrics.Statistics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The figures of some runs of each contender on one kind of work. All in seconds. */
final class WallTimes {

    /** The models that show what the work takes one after another. */
    private static final String REFERENCE = "sequential";

    private static final String PYTHON_REFERENCE = "python:sequential";

    /** What others may take of the processors during a run that is to count, 0 to 1. */
    static final double QUIET = 0.1;

    private static final int TRIES = 3;

    private final Map<String, List<Statistics>> runs = new HashMap<>();
    private double mostDisturbed;

    /**
     * A run.
     *
     * @param disturbed what others took of the processors meanwhile, 0 to 1
     */
    private record Timing(Statistics figures, double disturbed) {}

    /**
     * Runs a plan once more; again if others disturbed it, and then the run that they disturbed
     * least counts.
     */
    void measure(MeasuredModel measuredModel, Workload workload, EngineSession engine)
            throws Exception {
        Timing best = sample(measuredModel, workload, engine);
        for (int more = 1; more < TRIES && best.disturbed > QUIET; more++) {
            Timing next = sample(measuredModel, workload, engine);
            best = next.disturbed < best.disturbed ? next : best;
        }
        mostDisturbed = Math.max(mostDisturbed, best.disturbed);
        runs.computeIfAbsent(measuredModel.name(), _ -> new ArrayList<>()).add(best.figures);
    }

    private static Timing sample(
            MeasuredModel measuredModel, Workload workload, EngineSession engine) throws Exception {
        OtherCpuLoad before = OtherCpuLoad.now();
        Statistics figures = figures(workload.plan(measuredModel), engine);
        return new Timing(figures, OtherCpuLoad.shareSince(before));
    }

    /** The most that others took of the processors during a run that counts, 0 to 1. */
    double mostDisturbed() {
        return mostDisturbed;
    }

    private static Statistics figures(Plan plan, EngineSession engine) throws Exception {
        Run run = engine.start(plan);
        run.done().toCompletableFuture().get();
        Trace trace = run.trace();
        for (TaskTrack task : trace.tasks()) {
            Outcome outcome = task.outcome();
            if (outcome == null || !outcome.isSuccess()) {
                throw new RequirementNotMet(
                        plan.model() + ": " + task.label() + " ended as " + outcome + ".");
            }
        }
        return Statistics.of(trace, trace.wallNanos());
    }

    /** The median wall, the start-up of workers left out. */
    double wall(MeasuredModel measuredModel) {
        return wall(measuredModel.name());
    }

    private double wall(String name) {
        return median(name, Statistics::wallWithoutStartUpNanos);
    }

    /** The median wall with everything in it. */
    double wholeWall(MeasuredModel measuredModel) {
        return median(measuredModel.name(), Statistics::wallNanos);
    }

    /** Whether overlapping paid. */
    Verdict verdict(MeasuredModel measuredModel) {
        boolean isPython = measuredModel.model() instanceof PythonModel;
        return Verdict.of(wall(measuredModel), wall(isPython ? PYTHON_REFERENCE : REFERENCE));
    }

    /** What no model can beat: the longest task, or all computing spread over the cores. */
    double lowerBound() {
        return median(REFERENCE, one -> one.lowerBound().nanos());
    }

    /** The work of all tasks, one after another. */
    double sum() {
        return median(REFERENCE, Statistics::workNanos);
    }

    private double median(String name, ToDoubleFunction<Statistics> nanos) {
        List<Statistics> all = runs.getOrDefault(name, List.of());
        return new Quantiles(all.stream().mapToDouble(nanos).toArray()).at(0.5) / 1e9;
    }
}
