package dev.overlap.trace.metrics;

import dev.overlap.trace.ResourceTrack;
import dev.overlap.trace.ResourceTrack.Access;
import dev.overlap.trace.Trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the lost updates among the kept reads and writes of a counter: a task reads it, another
 * writes it, and the first then writes what it has computed from its stale read. Processes do not
 * share memory, so only accesses to the same memory count.
 */
public final class LostUpdates {

    /**
     * A write that swallowed others.
     *
     * @param read the index of the stale read among the accesses
     * @param write the index of the write of the same task that followed it
     * @param swallowed the index of the last write of another task between the two
     */
    public record LostUpdate(int read, int write, int swallowed) {}

    private final Trace trace;
    private final List<Access> accesses;
    private final Map<Integer, Integer> lastReads = new HashMap<>();
    private final Map<Integer, Integer> lastWrites = new HashMap<>();
    private final List<LostUpdate> found = new ArrayList<>();

    private LostUpdates(Trace trace, ResourceTrack counter) {
        this.trace = trace;
        this.accesses = List.copyOf(counter.accesses()); // the list grows
    }

    /** Returns the lost updates of a counter, ordered by write. */
    public static List<LostUpdate> of(Trace trace, ResourceTrack counter) {
        LostUpdates search = new LostUpdates(trace, counter);
        for (int index = 0; index < search.accesses.size(); index++) {
            search.add(index);
        }
        return List.copyOf(search.found);
    }

    private void add(int index) {
        Access access = accesses.get(index);
        if (!access.isWrite()) {
            lastReads.put(access.task(), index);
            return;
        }
        Integer read = lastReads.remove(access.task());
        Integer write = lastWrites.put(memory(access), index);
        if (read != null && write != null && write > read && isStale(read, write)) {
            found.add(new LostUpdate(read, index, write));
        }
    }

    /**
     * Returns whether a read missed a write that was recorded after it. If it has the same value,
     * nothing is lost by it: the write may have been recorded late, by another thread.
     */
    private boolean isStale(int read, int write) {
        return accesses.get(read).value() != accesses.get(write).value();
    }

    /** A task writes at most once after each read, so a write in between is of another task. */
    private int memory(Access access) {
        return ResourceStatistics.memory(trace.task(access.task()), trace);
    }
}
