package dev.overlap.lesson.claim;

import dev.overlap.trace.Phase;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Counts how many tasks were in one phase at the same time. */
final class PhaseOverlap {

    /** A task enters the phase (1) or leaves it (-1). */
    private record Step(long nanos, int by) {}

    /** At one instant ends count first: they do not overlap a begin there. */
    private static final Comparator<Step> IN_ORDER =
            Comparator.comparingLong(Step::nanos).thenComparingInt(Step::by);

    private PhaseOverlap() {}

    /** Returns the largest number of tasks at once in a phase of a finished run. */
    static int peak(Trace run, Phase phase) {
        int now = 0;
        int peak = 0;
        for (Step step : steps(run, phase)) {
            now += step.by;
            peak = Math.max(peak, now);
        }
        return peak;
    }

    private static List<Step> steps(Trace run, Phase phase) {
        List<Step> steps = new ArrayList<>();
        for (TaskTrack task : run.tasks()) {
            for (int segment = 0; segment < task.segments(); segment++) {
                if (task.phase(segment) == phase && task.end(segment) > task.begin(segment)) {
                    steps.add(new Step(task.begin(segment), 1));
                    steps.add(new Step(task.end(segment), -1));
                }
            }
        }
        steps.sort(IN_ORDER);
        return steps;
    }
}
