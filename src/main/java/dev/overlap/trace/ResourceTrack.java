package dev.overlap.trace;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * The record of one thing that tasks share: who asked for it, had it and gave it back, and when.
 *
 * <p>Threads: written through a {@link TraceRecorder} by one thread at a time; read by any thread
 * at any time without a lock. Times are nanoseconds since time zero.
 */
public final class ResourceTrack {

    /** The most reads and writes of a counter that are kept; beyond that only totals. */
    public static final int MAX_ACCESSES = 1_000;

    /** The kinds of resources. */
    public enum Type {
        LOCK("lock"),
        PERMIT("permit"),
        COUNTER("counter"),
        QUEUE("queue");

        private final String word;

        Type(String word) {
            this.word = word;
        }

        /** Returns the noun for one of them, as in texts and files. */
        public String word() {
            return word;
        }
    }

    /** What a task asks for. */
    public enum Purpose {
        /** To hold a lock or a permit. */
        HOLD,
        /** To put an item into a queue: waits for room. */
        PUT,
        /** To take an item from a queue: waits for an item. */
        TAKE
    }

    /**
     * One time that a task asked for the resource. It waits from {@link #askedNanos()} to {@link
     * #grantedNanos()}, and holds a lock or permit from then to {@link #endNanos()}.
     */
    public static final class Use {

        private final int task;
        private final Purpose purpose;
        private final long askedNanos;
        private final int ahead;
        private final List<Integer> heldBy;
        private volatile long grantedNanos = TaskTrack.OPEN;
        private volatile long endNanos = TaskTrack.OPEN;

        private Use(int task, Purpose purpose, long askedNanos, int ahead, List<Integer> heldBy) {
            this.task = task;
            this.purpose = purpose;
            this.askedNanos = askedNanos;
            this.ahead = ahead;
            this.heldBy = List.copyOf(heldBy);
        }

        public int task() {
            return task;
        }

        public Purpose purpose() {
            return purpose;
        }

        public long askedNanos() {
            return askedNanos;
        }

        /** Returns how many tasks that waited for the same were ahead of it when it asked. */
        public int ahead() {
            return ahead;
        }

        /** Returns the tasks that held the resource when it asked; empty for a queue. */
        public List<Integer> heldBy() {
            return heldBy;
        }

        /** Returns when it got it, or {@link TaskTrack#OPEN} if it has not, or never did. */
        public long grantedNanos() {
            return grantedNanos;
        }

        /**
         * Returns when it gave the lock or permit back, stopped waiting without having got it, or,
         * at a queue, was done; {@link TaskTrack#OPEN} until then.
         */
        public long endNanos() {
            return endNanos;
        }

        /** Returns whether it has, or had, what it asked for. */
        public boolean isGranted() {
            return grantedNanos != TaskTrack.OPEN;
        }

        /** Returns how long it waited up to an instant, in nanoseconds. */
        public long waitedNanos(long untilNanos) {
            long end = Math.min(Math.min(grantedNanos, endNanos), untilNanos);
            return Math.max(0, end - askedNanos);
        }
    }

    /**
     * One read or write of a counter.
     *
     * @param value what was read or written
     */
    public record Access(int task, long nanos, boolean isWrite, long value) {}

    /**
     * The filling of a queue from an instant on.
     *
     * @param items the number of items in it
     */
    public record Level(long nanos, int items) {}

    /**
     * One copy of a counter in memory: threads share one; each process has its own.
     *
     * @param worker the process, or -1 if all tasks share it
     * @param increments those that were finished
     * @param value what it held last
     */
    public record Copy(int worker, long increments, long value) {

        private boolean isLaterThan(Copy other) {
            return worker == other.worker && increments > other.increments;
        }
    }

    private final int index;
    private final String name;
    private final Type type;
    private final int places;
    private final AppendOnlyList<Use> uses = new AppendOnlyList<>();
    private final AppendOnlyList<Access> accesses = new AppendOnlyList<>();
    private final AppendOnlyList<Level> levels = new AppendOnlyList<>();
    private volatile List<Copy> copies = List.of();
    private volatile boolean moreAccesses;

    ResourceTrack(int index, String name, Type type, int places) {
        this.index = index;
        this.name = name;
        this.type = type;
        this.places = places;
    }

    public int index() {
        return index;
    }

    public String name() {
        return name;
    }

    public Type type() {
        return type;
    }

    /** Returns how many can hold it at once, or how many items a queue holds. */
    public int places() {
        return places;
    }

    /** Returns the name with its kind, as in {@code lock account}. */
    public String label() {
        return type.word() + " " + name;
    }

    /** Returns its uses in the order in which they were asked for. The list grows. */
    public List<Use> uses() {
        return uses;
    }

    /** Returns the first reads and writes of a counter, in order of time. The list grows. */
    public List<Access> accesses() {
        return accesses;
    }

    /** Returns whether a counter had more reads and writes than {@link #accesses()} keeps. */
    public boolean hasMoreAccesses() {
        return moreAccesses;
    }

    /** Returns the filling of a queue over time; empty if it was never filled. The list grows. */
    public List<Level> levels() {
        return levels;
    }

    /** Returns the copies of a counter, ordered by worker. */
    public List<Copy> copies() {
        return copies;
    }

    /** Returns the use that a task waits for at an instant, or null. Visits all uses. */
    public @Nullable Use waitOf(int task, long nanos) {
        for (int i = uses.size() - 1; i >= 0; i--) {
            Use use = uses.get(i);
            if (use.task == task
                    && use.askedNanos <= nanos
                    && nanos < Math.min(use.grantedNanos, use.endNanos)) {
                return use;
            }
        }
        return null;
    }

    Use asks(int task, Purpose purpose, long nanos, int ahead, List<Integer> heldBy) {
        return uses.add(_ -> new Use(task, purpose, nanos, ahead, heldBy));
    }

    static void granted(Use use, long nanos) {
        use.grantedNanos = Math.max(nanos, use.askedNanos);
    }

    static void ended(Use use, long nanos) {
        if (use.endNanos == TaskTrack.OPEN) {
            use.endNanos = Math.max(nanos, use.isGranted() ? use.grantedNanos : use.askedNanos);
        }
    }

    void filled(long nanos, int items) {
        levels.add(_ -> new Level(nanos, items));
    }

    /** Adds a read or write; only the first {@value #MAX_ACCESSES} are kept. */
    synchronized void accessed(int task, long nanos, boolean isWrite, long value) {
        if (accesses.size() < MAX_ACCESSES) {
            long last = accesses.isEmpty() ? 0 : accesses.getLast().nanos();
            accesses.add(_ -> new Access(task, Math.max(last, nanos), isWrite, value));
        } else {
            moreAccesses = true;
        }
    }

    /** Sets what is restored of a counter besides its reads and writes. */
    synchronized void restore(List<Copy> copies, boolean hasMoreAccesses) {
        this.copies = List.copyOf(copies);
        moreAccesses |= hasMoreAccesses;
    }

    /** Sets the totals of a copy, unless those of a later instant were reported before. */
    synchronized void counted(Copy copy) {
        List<Copy> now = new ArrayList<>(copies);
        if (now.stream().anyMatch(one -> one.isLaterThan(copy))) {
            return;
        }
        now.removeIf(one -> one.worker == copy.worker);
        now.add(copy);
        now.sort((a, b) -> Integer.compare(a.worker, b.worker));
        copies = List.copyOf(now);
    }
}
