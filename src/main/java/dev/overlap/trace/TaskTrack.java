package dev.overlap.trace;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The record of one task: when it entered which phase, its exchanges, its worker and its outcome.
 *
 * <p>Threads: written through a {@link TraceRecorder} by the threads that work on the task, under
 * this object's lock; read by any thread at any time without it. A later read may see more, but
 * never less and nothing changed.
 *
 * <p>Layout: one {@code long} per phase entered, {@code nanos since time zero << 5 | whether it
 * waits for the interpreter lock << 4 | phase ordinal}, in order of time. A phase ends where the
 * next one begins, so phases neither overlap nor leave gaps. Readers read {@code size} before the
 * array: arrays are replaced but never shrunk, so an array read later holds at least that many
 * entries.
 */
public final class TaskTrack {

    /** The end of a phase that has not ended yet. */
    public static final long OPEN = Long.MAX_VALUE;

    private static final int PHASE_BITS = 4;
    private static final int PHASE_MASK = (1 << PHASE_BITS) - 1;
    private static final int FOR_LOCK = 1 << PHASE_BITS;
    private static final int TIME_SHIFT = PHASE_BITS + 1;

    private final int index;
    private final String label;
    private volatile int number;
    private volatile String source = "";
    private volatile long[] entries = new long[12];
    private volatile WaitDetail[] details = {}; // by segment, as long as the last one that has any
    private volatile int size;
    private volatile int worker = -1;
    private volatile long cpuNanos = -1;
    private volatile List<Exchange> exchanges = List.of();
    private volatile List<ConnectionLimit> limits = List.of();
    private volatile List<ConnectAttempt> attempts = List.of();
    private volatile List<StepInterval> steps = List.of();
    private volatile @Nullable End end;
    private volatile long released = -1;
    private volatile long collected = -1;

    private record End(long nanos, Outcome outcome) {}

    TaskTrack(int index, String label, int number) {
        this.index = index;
        this.label = label;
        this.number = number;
    }

    public int index() {
        return index;
    }

    /** Returns the label shown to the user. */
    public String label() {
        return label;
    }

    /** Returns its number among the tasks with the same label, from 1; 0 if there is no other. */
    public int number() {
        return number;
    }

    void setNumber(int number) {
        this.number = number;
    }

    /**
     * Returns where in a watched program the task is written, as {@code file:line}; empty if that
     * is not known.
     */
    public String source() {
        return source;
    }

    void setSource(String source) {
        this.source = source;
    }

    /** Returns the number of phases entered so far, repeats included. */
    public int segments() {
        return size;
    }

    public Phase phase(int segment) {
        return Phase.of((int) entries[segment] & PHASE_MASK);
    }

    /** Returns whether a segment, then in phase READY, is a wait for the interpreter lock. */
    public boolean isForLock(int segment) {
        return (entries[segment] & FOR_LOCK) != 0;
    }

    /** Returns what the task waited for in a segment, if its program told. */
    public WaitDetail detail(int segment) {
        WaitDetail[] known = details;
        WaitDetail detail = segment < known.length ? known[segment] : null;
        return detail == null ? WaitDetail.NONE : detail;
    }

    /** Returns when a segment began, in nanoseconds since time zero. */
    public long begin(int segment) {
        return entries[segment] >> TIME_SHIFT;
    }

    /**
     * Returns when a segment ended, in nanoseconds since time zero, or {@link #OPEN} if it has not.
     * The last segment of a live task may have ended already: its connection is released, and the
     * next phase, or the end, is not recorded yet.
     */
    public long end(int segment) {
        End ended = end;
        long releasedAt = released; // read before the size: the next segment replaces it
        int known = size;
        if (segment + 1 < known) {
            return begin(segment + 1);
        }
        return ended != null ? ended.nanos : releasedAt >= 0 ? releasedAt : OPEN;
    }

    /**
     * Returns the segment at an instant: the last one that began at or before it. Binary search.
     *
     * @return an index, or -1 if the task had not been created then
     */
    public int segmentAt(long nanos) {
        int low = 0;
        int high = size - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (begin(middle) <= nanos) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return high;
    }

    /** Returns when the task was created, or -1 if it is not yet. */
    public long beginNanos() {
        return size == 0 ? -1 : begin(0);
    }

    /**
     * Returns when the task left the queue in which all tasks wait from time zero on, or {@link
     * #OPEN} if it has not.
     */
    public long startNanos() {
        for (int segment = 0, n = size; segment < n; segment++) {
            if (phase(segment) != Phase.QUEUED) {
                return begin(segment);
            }
        }
        return OPEN;
    }

    /** Returns when the task ended, or {@link #OPEN} if it has not. */
    public long endNanos() {
        End ended = end;
        return ended == null ? OPEN : ended.nanos;
    }

    /**
     * Returns when the program had the result of the task in hand, in nanoseconds since time zero,
     * or -1 if it has not got it yet, or never did.
     */
    public long collectedNanos() {
        return collected;
    }

    /** Returns how the task ended, or null if it has not. */
    public @Nullable Outcome outcome() {
        End ended = end;
        return ended == null ? null : ended.outcome;
    }

    /** Returns whether the task was completed; not as long as it has not ended. */
    public boolean hasSucceeded() {
        Outcome known = outcome();
        return known != null && known.isSuccess();
    }

    /**
     * Returns the worker that executes it, as an index into {@link Trace#workers()}, or -1 before
     * it was dispatched.
     */
    public int worker() {
        return worker;
    }

    /**
     * Returns the CPU time of its computation so far, in nanoseconds, or -1 if there is none or the
     * platform does not report it.
     */
    public long cpuNanos() {
        return cpuNanos;
    }

    /** Returns a snapshot of its exchanges so far, the oldest first. */
    public List<Exchange> exchanges() {
        return exchanges;
    }

    /**
     * Returns the attempts to open connections so far, ordered by exchange and begin. A reused
     * connection has none. The list is a snapshot.
     */
    public List<ConnectAttempt> attempts() {
        return attempts;
    }

    /** Returns the steps begun so far, in order of their begins; empty for a single step. */
    public List<StepInterval> steps() {
        return steps;
    }

    /**
     * Returns the step at an instant: the innermost one, or between two steps the last one.
     *
     * @return its place in the text of the line, or -1 if none had begun or there is only one
     */
    public int stepAt(long nanos) {
        int last = -1;
        int innermost = -1;
        for (StepInterval known : steps) {
            if (known.beginNanos() <= nanos) {
                last = known.step();
                innermost = known.endNanos() > nanos ? last : innermost;
            }
        }
        return innermost < 0 ? last : innermost;
    }

    /**
     * Returns the limit under which an exchange asked for its connection, or null if it has not
     * asked yet.
     *
     * @param exchange its number
     */
    public @Nullable ConnectionLimit limit(int exchange) {
        List<ConnectionLimit> known = limits;
        return exchange >= 0 && exchange < known.size() ? known.get(exchange) : null;
    }

    /** Returns the limits under which its exchanges asked for connections, in their order. */
    public List<ConnectionLimit> limits() {
        return limits;
    }

    /** Begins a step. */
    synchronized void beginStep(int step, long nanos) {
        if (end == null) {
            List<StepInterval> copy = new ArrayList<>(steps);
            copy.add(new StepInterval(step, next(nanos), OPEN));
            steps = List.copyOf(copy);
        }
    }

    /** Ends the latest interval of a step. */
    synchronized void endStep(int step, long nanos) {
        List<StepInterval> copy = new ArrayList<>(steps);
        for (int i = copy.size() - 1; i >= 0 && end == null; i--) {
            StepInterval known = copy.get(i);
            if (known.step() == step && known.endNanos() == OPEN) {
                copy.set(i, new StepInterval(step, known.beginNanos(), next(nanos)));
                steps = List.copyOf(copy);
                return;
            }
        }
    }

    /** Returns the total time that the task spent in a phase up to an instant, in nanoseconds. */
    public long nanosIn(Phase phase, long untilNanos) {
        long sum = 0;
        for (int segment = 0, n = size; segment < n; segment++) {
            if (phase(segment) == phase) {
                sum += Math.max(0, Math.min(end(segment), untilNanos) - begin(segment));
            }
        }
        return sum;
    }

    /** Returns whether the task was ever in a phase. */
    public boolean entered(Phase phase) {
        for (int segment = 0, n = size; segment < n; segment++) {
            if (phase(segment) == phase) {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns the time of work up to an instant, in nanoseconds: the phases of work as measured,
     * except that COMPUTE counts as its CPU time where that is known.
     */
    public long workNanos(long untilNanos) {
        boolean clocked = cpuNanos >= 0;
        long sum = clocked ? cpuNanos(untilNanos) : 0;
        for (int segment = 0, n = size; segment < n; segment++) {
            Phase phase = phase(segment);
            if (phase.isWork() && !(clocked && phase.usesCpu())) {
                sum += Math.max(0, Math.min(end(segment), untilNanos) - begin(segment));
            }
        }
        return sum;
    }

    /**
     * Returns the CPU time up to an instant, in nanoseconds, or -1 if there is none or the platform
     * does not report it. Only the total is known: it is assumed to be spread evenly over the time
     * in COMPUTE.
     */
    public long cpuNanos(long untilNanos) {
        if (cpuNanos < 0) {
            return -1;
        }
        long all = nanosIn(Phase.COMPUTE, Math.max(untilNanos, lastKnownNanos()));
        double share = all == 0 ? 1 : (double) nanosIn(Phase.COMPUTE, untilNanos) / all;
        return Math.round(cpuNanos * share);
    }

    private long lastKnownNanos() {
        End ended = end;
        return ended == null ? 0 : ended.nanos;
    }

    /** Enters a phase; a no-op once the task has ended or while it is in that phase already. */
    public void enter(Phase phase, long nanos) {
        enter(phase, 0, WaitDetail.NONE, nanos);
    }

    /** As {@link #enter(Phase, long)}; the same phase with another detail is another segment. */
    void enter(Phase phase, WaitDetail detail, long nanos) {
        enter(phase, 0, detail, nanos);
    }

    /** Enters READY because another thread holds the interpreter lock. */
    void awaitLock(long nanos) {
        enter(Phase.READY, FOR_LOCK, WaitDetail.NONE, nanos);
    }

    @SuppressWarnings("EnumOrdinal") // packed for this process only, never stored
    private synchronized void enter(Phase phase, int flag, WaitDetail detail, long nanos) {
        int entry = flag | phase.ordinal();
        if (end != null || isIn(entry, detail)) {
            return;
        }
        if (!detail.equals(WaitDetail.NONE)) {
            put(detail);
        }
        long[] current = entries;
        if (size == current.length) {
            current = Arrays.copyOf(current, size * 2);
            entries = current;
        }
        current[size] = next(nanos) << TIME_SHIFT | entry;
        size++; // volatile write: publishes the entry to readers
        released = -1;
    }

    private boolean isIn(int entry, WaitDetail detail) {
        return size > 0
                && (entries[size - 1] & (FOR_LOCK | PHASE_MASK)) == entry
                && detail(size - 1).equals(detail);
    }

    /** Keeps the detail of the segment that is about to be added. */
    private void put(WaitDetail detail) {
        WaitDetail[] known = details;
        if (known.length <= size) {
            known = Arrays.copyOf(known, Math.max(4, size * 2));
        }
        known[size] = detail;
        details = known;
    }

    /** Notes that the connection is being released; see {@link TraceRecorder#releases}. */
    synchronized void releases(long nanos) {
        if (end == null && size > 0 && phase(size - 1).holdsConnection() && released < 0) {
            released = notBefore(nanos);
        }
    }

    /** Ends the task; only the first end counts. */
    public synchronized boolean end(Outcome outcome, long nanos) {
        if (end != null) {
            return false;
        }
        end = new End(next(nanos), outcome);
        return true;
    }

    /**
     * Notes that the program has the result in hand; only the first time counts. The end may come
     * from the clock of another process, but no result is in hand before it.
     */
    synchronized void collected(long nanos) {
        if (collected < 0) {
            collected = end == null ? nanos : Math.max(nanos, end.nanos);
        }
    }

    public synchronized void setWorker(int worker) {
        this.worker = worker;
    }

    public synchronized void used(long cpuNanos) {
        this.cpuNanos = Math.max(this.cpuNanos, cpuNanos);
    }

    synchronized void leases(ConnectionLimit limit) {
        List<ConnectionLimit> copy = new ArrayList<>(limits);
        copy.add(limit);
        limits = List.copyOf(copy);
    }

    /** Sets the lists of a task that is restored: at once, as adding copies them each time. */
    synchronized void restore(
            List<Exchange> exchanges,
            List<ConnectionLimit> limits,
            List<ConnectAttempt> attempts,
            List<StepInterval> steps) {
        this.exchanges = List.copyOf(exchanges);
        this.limits = List.copyOf(limits);
        this.attempts = List.copyOf(attempts);
        this.steps = List.copyOf(steps);
    }

    /**
     * Adds an exchange, or replaces the one with the same number.
     *
     * @return whether it has a connection now but had none before
     */
    synchronized boolean note(Exchange exchange) {
        List<Exchange> known = exchanges;
        boolean connected = !exchange.connection().isEmpty() && !isConnected(exchange.number());
        if (known.isEmpty()
                || (known.size() == 1 && known.getFirst().number() == exchange.number())) {
            exchanges = List.of(exchange); // most tasks have only one
            return connected;
        }
        List<Exchange> copy = new ArrayList<>(known);
        copy.removeIf(one -> one.number() == exchange.number());
        copy.add(exchange);
        copy.sort(Comparator.comparingInt(Exchange::number));
        exchanges = List.copyOf(copy);
        return connected;
    }

    /** Adds an attempt, or tells the end of the one with the same numbers; the first end counts. */
    synchronized void note(ConnectAttempt attempt) {
        List<ConnectAttempt> copy = new ArrayList<>(attempts);
        for (int i = copy.size() - 1; i >= 0; i--) {
            ConnectAttempt known = copy.get(i);
            if (known.isSameAs(attempt)) {
                if (known.endNanos() == OPEN) {
                    copy.set(i, known.ended(attempt.endNanos(), attempt.result()));
                    attempts = List.copyOf(copy);
                }
                return;
            }
        }
        copy.add(attempt);
        attempts = List.copyOf(copy);
    }

    private boolean isConnected(int number) {
        List<Exchange> known = exchanges;
        for (int i = known.size() - 1; i >= 0; i--) {
            if (known.get(i).number() == number) {
                return !known.get(i).connection().isEmpty();
            }
        }
        return false;
    }

    /**
     * Returns the segment in which the task sent its latest request, if it still holds that
     * connection or held it to its end; -1 otherwise.
     */
    int lastSent() {
        int segment = size - 1;
        while (segment >= 0 && phase(segment).holdsConnection()) {
            if (phase(segment) == Phase.SEND) {
                return segment;
            }
            segment--;
        }
        return -1;
    }

    /** The phase after a connection begins when the connection was released. */
    private long next(long nanos) {
        return released >= 0 ? released : notBefore(nanos);
    }

    /** Keeps time monotonic: timestamps taken on two threads may arrive slightly out of order. */
    private long notBefore(long nanos) {
        return size == 0 ? nanos : Math.max(nanos, begin(size - 1));
    }
}
