package dev.overlap.trace;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The life of one task: which phase it entered when, its exchanges, its worker and its outcome.
 *
 * <p>Threads: written through a {@link TraceRecorder} by whoever works on the task, one at a time
 * under this object's lock; read by any thread at any time without a lock. A reader that asks twice
 * may see more the second time, never less and nothing changed.
 *
 * <p>Layout: one {@code long} a phase entered, {@code nanos since time zero << 5 | whether it waits
 * for the interpreter lock << 4 | phase ordinal}, in the order of time. A phase ends where the next
 * one begins, so phases tile the life without gap or overlap by construction. Readers take {@code
 * size} first and the array after it: arrays are replaced, never shrunk, so an array read later
 * holds at least as many.
 */
public final class TaskTrack {

    /** The end of a phase that still goes on. */
    public static final long OPEN = Long.MAX_VALUE;

    private static final int PHASE_BITS = 4;
    private static final int PHASE_MASK = (1 << PHASE_BITS) - 1;
    private static final int FOR_LOCK = 1 << PHASE_BITS;
    private static final int TIME_SHIFT = PHASE_BITS + 1;

    private final int index;
    private final String label;
    private volatile long[] entries = new long[12];
    private volatile int size;
    private volatile int worker = -1;
    private volatile long cpuNanos = -1;
    private volatile List<Exchange> exchanges = List.of();
    private volatile List<ConnectionLimit> limits = List.of();
    private volatile List<ConnectAttempt> attempts = List.of();
    private volatile @Nullable End end;
    private volatile long released = -1;

    private record End(long nanos, Outcome outcome) {}

    TaskTrack(int index, String label) {
        this.index = index;
        this.label = label;
    }

    public int index() {
        return index;
    }

    /** The task as people see it. */
    public String label() {
        return label;
    }

    /** How many phases were entered so far, repeats included. */
    public int segments() {
        return size;
    }

    public Phase phase(int segment) {
        return Phase.of((int) entries[segment] & PHASE_MASK);
    }

    /** Whether a segment, then READY, is a wait for the interpreter lock. */
    public boolean isForLock(int segment) {
        return (entries[segment] & FOR_LOCK) != 0;
    }

    /** When a segment began, in nanoseconds since time zero. */
    public long begin(int segment) {
        return entries[segment] >> TIME_SHIFT;
    }

    /**
     * When a segment ended, in nanoseconds since time zero, or {@link #OPEN} while it goes on. The
     * last one of a live task may have ended: its connection has been given back, and what the task
     * does next, or its end, is not written yet.
     */
    public long end(int segment) {
        End ended = end;
        long givenBack = released; // before the size: the next segment takes its place
        int known = size;
        if (segment + 1 < known) {
            return begin(segment + 1);
        }
        return ended != null ? ended.nanos : givenBack >= 0 ? givenBack : OPEN;
    }

    /**
     * The segment that holds an instant, by binary search: the last one that began at it or before.
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

    /** When the task was created, or -1 if it is not yet. */
    public long beginNanos() {
        return size == 0 ? -1 : begin(0);
    }

    /** When the task ended, or {@link #OPEN} while it lives. */
    public long endNanos() {
        End ended = end;
        return ended == null ? OPEN : ended.nanos;
    }

    /** How the task ended, or null while it lives. */
    public @Nullable Outcome outcome() {
        End ended = end;
        return ended == null ? null : ended.outcome;
    }

    /**
     * The worker that carries it, as an index into {@link Trace#workers()}, or -1 before it was
     * handed over.
     */
    public int worker() {
        return worker;
    }

    /**
     * The CPU time that its computation has used so far, in nanoseconds, or -1 where there is none
     * or the platform does not tell.
     */
    public long cpuNanos() {
        return cpuNanos;
    }

    /** Its exchanges so far, the oldest first. The list is a snapshot. */
    public List<Exchange> exchanges() {
        return exchanges;
    }

    /**
     * The attempts to open connections so far, in the order of their exchanges and their begins. A
     * reused connection has none. The list is a snapshot.
     */
    public List<ConnectAttempt> attempts() {
        return attempts;
    }

    /**
     * The limit under which an exchange asked for its connection, or null where it has not asked
     * yet.
     *
     * @param exchange its number
     */
    public @Nullable ConnectionLimit limit(int exchange) {
        List<ConnectionLimit> known = limits;
        return exchange >= 0 && exchange < known.size() ? known.get(exchange) : null;
    }

    /** How long the task was in a phase, up to an instant, over all repeats; in nanoseconds. */
    public long nanosIn(Phase phase, long untilNanos) {
        long sum = 0;
        for (int segment = 0, n = size; segment < n; segment++) {
            if (phase(segment) == phase) {
                sum += Math.max(0, Math.min(end(segment), untilNanos) - begin(segment));
            }
        }
        return sum;
    }

    /** Whether the task was ever in a phase. */
    public boolean entered(Phase phase) {
        for (int segment = 0, n = size; segment < n; segment++) {
            if (phase(segment) == phase) {
                return true;
            }
        }
        return false;
    }

    /**
     * How long the task was worked on up to an instant, in nanoseconds: its life without queued,
     * ready and lease, and for one that computes its CPU time, where it is known.
     */
    public long workNanos(long untilNanos) {
        if (cpuNanos >= 0) {
            return cpuNanos(untilNanos);
        }
        long sum = 0;
        for (int segment = 0, n = size; segment < n; segment++) {
            if (phase(segment).isWork()) {
                sum += Math.max(0, Math.min(end(segment), untilNanos) - begin(segment));
            }
        }
        return sum;
    }

    /**
     * The CPU time up to an instant. Only the sum is known: before the end, it is taken to have
     * come evenly while the task computed.
     */
    private long cpuNanos(long untilNanos) {
        long all = nanosIn(Phase.COMPUTE, Math.max(untilNanos, lastKnownNanos()));
        double share = all == 0 ? 1 : (double) nanosIn(Phase.COMPUTE, untilNanos) / all;
        return Math.round(cpuNanos * share);
    }

    private long lastKnownNanos() {
        End ended = end;
        return ended == null ? 0 : ended.nanos;
    }

    /** Enters a phase; a no-op once the task has ended or while it is in that phase already. */
    void enter(Phase phase, long nanos) {
        enter(phase, 0, nanos);
    }

    /** Is ready, but for the interpreter lock. */
    void awaitLock(long nanos) {
        enter(Phase.READY, FOR_LOCK, nanos);
    }

    @SuppressWarnings("EnumOrdinal") // packed for this process only, never stored
    private synchronized void enter(Phase phase, int mark, long nanos) {
        int what = mark | phase.ordinal();
        if (end != null || (size > 0 && (entries[size - 1] & (FOR_LOCK | PHASE_MASK)) == what)) {
            return;
        }
        long[] room = entries;
        if (size == room.length) {
            room = Arrays.copyOf(room, size * 2);
            entries = room;
        }
        room[size] = next(nanos) << TIME_SHIFT | what;
        size++; // publishes the entry to readers
        released = -1;
    }

    /** The connection is given back from now on; see {@link TraceRecorder#releases}. */
    synchronized void releases(long nanos) {
        if (end == null && size > 0 && phase(size - 1).holdsConnection() && released < 0) {
            released = notBefore(nanos);
        }
    }

    /** Ends the task; only the first end counts. */
    synchronized boolean end(Outcome outcome, long nanos) {
        if (end != null) {
            return false;
        }
        end = new End(next(nanos), outcome);
        return true;
    }

    synchronized void setWorker(int worker) {
        this.worker = worker;
    }

    synchronized void used(long cpuNanos) {
        this.cpuNanos = Math.max(this.cpuNanos, cpuNanos);
    }

    synchronized void leases(ConnectionLimit limit) {
        List<ConnectionLimit> copy = new ArrayList<>(limits);
        copy.add(limit);
        limits = List.copyOf(copy);
    }

    /**
     * Adds an exchange, or puts it in place of the one with the same number.
     *
     * @return whether it has a connection now, and had none before
     */
    synchronized boolean note(Exchange exchange) {
        List<Exchange> known = exchanges;
        boolean connected = !exchange.connection().isEmpty() && !isConnected(exchange.number());
        if (known.isEmpty()
                || (known.size() == 1 && known.getFirst().number() == exchange.number())) {
            exchanges = List.of(exchange); // nearly always: of most tasks there is one
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
     * The segment in which the request was sent whose connection the task holds now, or held to its
     * end; -1 where it holds none.
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

    /** What follows a connection begins where that was given back. */
    private long next(long nanos) {
        return released >= 0 ? released : notBefore(nanos);
    }

    /**
     * Time never goes back: stamps taken on two threads may arrive out of order by the time it
     * takes to hand over.
     */
    private long notBefore(long nanos) {
        return size == 0 ? nanos : Math.max(nanos, begin(size - 1));
    }
}
