package dev.overlap.lesson.claim;

import dev.overlap.comparison.Guesses;
import dev.overlap.trace.Trace;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was measured so far in a lesson. Immutable; the traces are finished.
 *
 * @param finished the runs by the id of their model, in the order in which the models first ran;
 *     each list has at least one
 * @param guesses those that were made before
 */
public record MeasuredRuns(Map<String, List<Trace>> finished, Guesses guesses) {

    /** Before anything has run. */
    public static final MeasuredRuns NONE = new MeasuredRuns(Map.of(), Guesses.NONE);

    private static final long UNKNOWN = -1;

    public MeasuredRuns {
        Map<String, List<Trace>> copy = new LinkedHashMap<>();
        finished.forEach((model, traces) -> copy.put(model, List.copyOf(traces)));
        copy.values().removeIf(List::isEmpty);
        finished = Collections.unmodifiableMap(copy);
    }

    /** The ids of the models that have run, in the order in which they first ran. */
    public Set<String> models() {
        return finished.keySet();
    }

    /** The runs of a model; empty if it has not run. */
    List<Trace> of(String model) {
        return finished.getOrDefault(model, List.of());
    }

    /**
     * The median wall time of a model, in nanoseconds, or -1 if it has not run. Of an even number
     * of runs it is the shorter of the two middle ones, as in a comparison.
     */
    public long wallNanos(String model) {
        List<Long> walls = of(model).stream().map(Trace::wallNanos).sorted().toList();
        return walls.isEmpty() ? UNKNOWN : walls.get((walls.size() - 1) / 2);
    }
}
