package dev.overlap.comparison;

import dev.overlap.trace.metrics.MachineLoad;

import java.util.List;

/**
 * How many runs of a comparison were distorted by a busy machine, and how much at most.
 *
 * @param busy the number of distorted runs
 * @param runs the number of finished runs
 * @param worst the longest delays of all distorted runs
 */
public record BusyRuns(int busy, int runs, MachineLoad worst) {

    /** Counts them from the results so far. */
    public static BusyRuns of(Comparison comparison) {
        List<MachineLoad> busy =
                comparison.entries().stream()
                        .flatMap(variantResult -> variantResult.samples().stream())
                        .map(Measurement::load)
                        .filter(MachineLoad::isBusy)
                        .toList();
        MachineLoad worst = busy.stream().reduce(MachineLoad.NONE, MachineLoad::worst);
        return new BusyRuns(busy.size(), comparison.done(), worst);
    }
}
