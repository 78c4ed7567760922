package dev.overlap.ui.title;

import dev.overlap.concurrency.Sequential;
import dev.overlap.plan.Plan;
import dev.overlap.trace.metrics.Statistics;

import org.jspecify.annotations.Nullable;

/**
 * The latest sequential run in which all tasks succeeded, against which later runs of the same list
 * are measured.
 */
final class SequentialBaseline {

    private @Nullable Plan plan;
    private long wallNanos;

    /** Remembers a run if it can serve as a baseline. */
    void add(Plan finished, Statistics numbers) {
        if (finished.model().equals(Sequential.ID) && allSucceeded(numbers)) {
            set(finished, numbers.wallNanos());
        }
    }

    /** Remembers how long sequential execution of a plan took, whatever the model of the plan. */
    void set(Plan of, long nanos) {
        plan = sequential(of);
        wallNanos = nanos;
    }

    /** Returns the measured speed-up of a run; NaN if unknown, or if it is sequential itself. */
    double speedUp(Plan run, Statistics numbers) {
        Plan before = plan;
        return before == null
                        || run.model().equals(Sequential.ID)
                        || numbers.wallNanos() <= 0
                        || !allSucceeded(numbers)
                        || !RunDifference.between(before, sequential(run)).isSameWork()
                ? Double.NaN
                : (double) wallNanos / numbers.wallNanos();
    }

    private static Plan sequential(Plan run) {
        return new Plan(run.sites(), Sequential.ID, run.settings());
    }

    private static boolean allSucceeded(Statistics numbers) {
        return numbers.failed() + numbers.cancelled() == 0;
    }
}
