package dev.overlap.trace.metrics;

/**
 * One time that a task held a lock or permit, and what the task needs alone for what it did
 * meanwhile. Steps are properly nested, so an exchange lies inside it or outside. Two sleeps or
 * computations may be recorded as one phase, of which only the part inside counts.
 *
 * <p>Times in nanoseconds since time zero.
 */
final class LockHold {

    private final int resource;
    private final long begin;
    private final long end;
    private long alone;
    private long computed;
    private int declaredExchanges;

    LockHold(int resource, long begin, long end) {
        this.resource = resource;
        this.begin = begin;
        this.end = end;
    }

    int resource() {
        return resource;
    }

    boolean includes(long instant) {
        return begin <= instant && instant < end;
    }

    long clippedBegin(long instant) {
        return Math.max(begin, instant);
    }

    /** Returns the end of the part of an interval within this, not before its begin. */
    long clippedEnd(long from, long to) {
        return Math.max(clippedBegin(from), Math.min(end, to));
    }

    void add(long nanos) {
        alone += nanos;
    }

    /** Adds a part of a computation whose CPU time is known. */
    void addComputed(long nanos) {
        computed += nanos;
    }

    /** Adds an exchange by its declared time; its overhead comes later. */
    void addDeclared(long nanos) {
        alone += nanos;
        declaredExchanges++;
    }

    /**
     * Adds the CPU time that the task must have used inside: what it cannot have used outside, even
     * if it had a processor to itself there. So the bound holds whoever it shared processors with.
     *
     * @param cpuNanos the CPU time of the task
     * @param computedNanos how long the task was computing in all
     */
    void addCpu(long cpuNanos, long computedNanos) {
        alone += Math.min(computed, Math.max(0, cpuNanos - (computedNanos - computed)));
    }

    /** Adds the overhead of each exchange; a task never needs longer than it held the resource. */
    void settle(long overheadNanos) {
        alone = Math.min(end - begin, alone + declaredExchanges * overheadNanos);
    }

    long aloneNanos() {
        return alone;
    }
}
