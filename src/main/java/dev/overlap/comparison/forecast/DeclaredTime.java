package dev.overlap.comparison.forecast;

import dev.overlap.plan.Step;
import dev.overlap.plan.StepSequence;
import dev.overlap.plan.address.Address;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * The time that steps take alone, as their line declares it: delays of the lab, computations,
 * pauses.
 *
 * @param waitNanos in which nothing is computed
 * @param cpuNanos of computation
 */
record DeclaredTime(long waitNanos, long cpuNanos) {

    private static final DeclaredTime NONE = new DeclaredTime(0, 0);

    /** Returns the time of steps one after another, or null if that of one of them is not known. */
    static @Nullable DeclaredTime of(StepSequence steps) {
        return of(steps.steps());
    }

    private static @Nullable DeclaredTime of(List<Step> steps) {
        DeclaredTime sum = NONE;
        for (Step step : steps) {
            DeclaredTime time = of(step);
            if (time == null) {
                return null;
            }
            sum = sum.plus(time);
        }
        return sum;
    }

    /** A queue takes no time by itself: what a task waits for there is the work of another one. */
    private static @Nullable DeclaredTime of(Step step) {
        return switch (step) {
            case Step.Fetch(Address address) -> of(address);
            case Step.Poll(Address address) -> of(address);
            case Step.Compute compute -> new DeclaredTime(0, compute.time().toNanos());
            case Step.Sleep sleep -> waiting(sleep.time().toNanos());
            case Step.Lock lock -> of(lock.inner());
            case Step.Permit permit -> of(permit.inner());
            case Step.Add add ->
                    waiting(Math.min(LabTime.FOR_EVER, add.times() * add.gap().toNanos()));
            case Step.Put _, Step.Take _ -> NONE;
        };
    }

    private static @Nullable DeclaredTime of(Address address) {
        return switch (address) {
            case Address.Web _ -> null;
            case Address.Lab(String path) -> {
                long nanos = LabTime.nanosOf(path);
                yield nanos == LabTime.UNKNOWN ? null : waiting(nanos);
            }
        };
    }

    private static DeclaredTime waiting(long nanos) {
        return new DeclaredTime(nanos, 0);
    }

    private DeclaredTime plus(DeclaredTime other) {
        return new DeclaredTime(
                Math.min(LabTime.FOR_EVER, waitNanos + other.waitNanos),
                Math.min(LabTime.FOR_EVER, cpuNanos + other.cpuNanos));
    }

    /** The time in total. */
    long nanos() {
        return waitNanos + cpuNanos;
    }
}
