package dev.overlap.trace.metrics;

import dev.overlap.trace.Trace;
import dev.overlap.trace.WorkerTrack;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * The number of workers of each kind that a run had started by an instant. A process that replaces
 * a dead one counts as well.
 *
 * @param byRole only the kinds that occur, in the order of the roles
 */
public record WorkerCounts(Map<WorkerTrack.Role, Integer> byRole) {

    public WorkerCounts {
        Map<WorkerTrack.Role, Integer> copy = new EnumMap<>(WorkerTrack.Role.class);
        copy.putAll(byRole);
        byRole = Collections.unmodifiableMap(copy);
    }

    /** Counts all workers of a trace. */
    public static WorkerCounts of(Trace trace) {
        return of(trace, Long.MAX_VALUE);
    }

    /** Counts the workers that had been started by an instant, in nanoseconds since time zero. */
    public static WorkerCounts of(Trace trace, long untilNanos) {
        Map<WorkerTrack.Role, Integer> counts = new EnumMap<>(WorkerTrack.Role.class);
        for (WorkerTrack worker : trace.workers()) {
            if (worker.startNanos() <= untilNanos) {
                counts.merge(worker.role(), 1, Integer::sum);
            }
        }
        return new WorkerCounts(counts);
    }

    /** Returns the number of workers of a kind. */
    public int of(WorkerTrack.Role role) {
        return byRole.getOrDefault(role, 0);
    }

    /** Returns a copy without one kind. */
    public WorkerCounts without(WorkerTrack.Role role) {
        Map<WorkerTrack.Role, Integer> others = new EnumMap<>(WorkerTrack.Role.class);
        others.putAll(byRole);
        others.remove(role);
        return new WorkerCounts(others);
    }

    /**
     * Joins all kinds to a text.
     *
     * @param counted formats a number and a noun, such as {@code 4 threads}
     * @param between separates two of them
     * @return empty if there are none
     */
    public String words(BiFunction<Integer, String, String> counted, String between) {
        return byRole.entrySet().stream()
                .map(entry -> counted.apply(entry.getValue(), entry.getKey().word()))
                .collect(Collectors.joining(between));
    }
}
