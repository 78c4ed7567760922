package dev.overlap.trace;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The record of one worker: when it was busy with which task. A thread is busy while a task
 * occupies it; a loop is busy while it runs a step, a callback or an event handler.
 *
 * <p>Threads: written through a {@link TraceRecorder}, one thread at a time under this object's
 * lock; read by any thread without it.
 *
 * <p>Layout: four parallel arrays, one entry per slice, in order of time: begin and end in
 * nanoseconds since time zero, task index (-1: none), id of the thread that ran it. The end of an
 * open slice is {@link TaskTrack#OPEN}. Slices of one worker never overlap. Carriers of virtual
 * threads have an array of their own, two entries per slice, empty if none was ever seen.
 */
public final class WorkerTrack {

    /** A number of context switches that the platform does not report. */
    public static final long NOT_REPORTED = -1;

    /** The kinds of workers. */
    public enum Role {
        THREAD("thread"),
        VIRTUAL_THREAD("virtual thread"),
        PROCESS("process"),
        LOOP("loop");

        private final String word;

        Role(String word) {
            this.word = word;
        }

        /** Returns the noun for one of them. */
        public String word() {
            return word;
        }

        /** Returns whether such a worker executes one task at a time, from begin to end. */
        public boolean runsOneTaskAtATime() {
            return this != LOOP;
        }
    }

    @SuppressWarnings(
            "ArrayRecordComponent") // hot data are flat arrays; never compared, never leaves this
    // class
    private record Columns(long[] begin, long[] end, int[] task, long[] thread) {
        Columns(int capacity) {
            this(new long[capacity], new long[capacity], new int[capacity], new long[capacity]);
        }

        Columns doubled() {
            int capacity = begin.length * 2;
            return new Columns(
                    Arrays.copyOf(begin, capacity),
                    Arrays.copyOf(end, capacity),
                    Arrays.copyOf(task, capacity),
                    Arrays.copyOf(thread, capacity));
        }
    }

    private final int index;
    private final String name;
    private final Role role;
    private final long startNanos;
    private volatile Columns columns = new Columns(2);
    private volatile int[] carriers = {}; // number plus one; 0: not seen
    private volatile long forced = NOT_REPORTED;
    private volatile int size;
    private volatile @Nullable WorkerStartup startUp;
    private volatile long cpuNanos = -1;

    WorkerTrack(int index, String name, Role role, long startNanos) {
        this.index = index;
        this.name = name;
        this.role = role;
        this.startNanos = startNanos;
    }

    public int index() {
        return index;
    }

    public String name() {
        return name;
    }

    public Role role() {
        return role;
    }

    /** Returns when it was started, in nanoseconds since time zero; 0 if before. */
    public long startNanos() {
        return startNanos;
    }

    /**
     * Returns its start-up, or null for threads and loops, whose start takes no time worth
     * recording.
     */
    public @Nullable WorkerStartup startUp() {
        return startUp;
    }

    /**
     * Returns its CPU time so far in nanoseconds, start-up included, or -1 if unknown. Reported for
     * processes.
     */
    public long cpuNanos() {
        return cpuNanos;
    }

    public int slices() {
        return size;
    }

    public long begin(int slice) {
        return columns.begin[slice];
    }

    public long end(int slice) {
        return columns.end[slice];
    }

    /** Returns the task that a slice belongs to, or -1. */
    public int task(int slice) {
        return columns.task[slice];
    }

    /**
     * Returns the {@link Thread#threadId()} of the thread that ran a slice; for a process, of the
     * thread here that communicates with it.
     */
    public long thread(int slice) {
        return columns.thread[slice];
    }

    /**
     * Returns the carrier on which a virtual thread was first seen in a slice, or -1 if it was not
     * seen.
     */
    public int firstCarrier(int slice) {
        return carrier(2 * slice);
    }

    /** Returns the carrier on which it was last seen. It may have been on others in between. */
    public int lastCarrier(int slice) {
        return carrier(2 * slice + 1);
    }

    /** Adds all carriers on which it was seen. */
    void addCarriersTo(BitSet seen) {
        for (int entry : carriers) {
            if (entry > 0) {
                seen.set(entry - 1);
            }
        }
    }

    private int carrier(int entry) {
        int[] known = carriers;
        return entry < known.length ? known[entry] - 1 : -1;
    }

    /**
     * Returns how often the system preempted this worker's thread, up to the end of its last task,
     * or {@value #NOT_REPORTED} where the platform does not report it.
     */
    public long involuntarySwitches() {
        return forced;
    }

    /** Returns the last slice that began at or before an instant, or -1. Binary search. */
    public int sliceAt(long nanos) {
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

    /** Returns how long this worker was busy up to an instant, in nanoseconds. */
    public long busyNanos(long untilNanos) {
        long sum = 0;
        for (int slice = 0, n = size; slice < n; slice++) {
            sum += Math.max(0, Math.min(end(slice), untilNanos) - begin(slice));
        }
        return sum;
    }

    public synchronized void starts(long nanos, int inPlaceOf) {
        startUp = new WorkerStartup(nanos, TaskTrack.OPEN, inPlaceOf);
    }

    public synchronized void started(long nanos) {
        WorkerStartup going = startUp;
        if (going != null && going.endNanos() == TaskTrack.OPEN) {
            startUp = new WorkerStartup(going.beginNanos(), nanos, going.inPlaceOf());
        }
    }

    public synchronized void used(long cpuNanos) {
        this.cpuNanos = Math.max(cpuNanos, this.cpuNanos);
    }

    public void busy(int task, long nanos) {
        busy(task, nanos, Thread.currentThread().threadId());
    }

    /**
     * Begins a slice.
     *
     * @param thread the id of the thread that runs it
     */
    synchronized void busy(int task, long nanos, long thread) {
        idle(nanos);
        Columns current = columns;
        if (size == current.begin.length) {
            current = current.doubled();
            columns = current;
        }
        current.begin[size] = size == 0 ? nanos : Math.max(nanos, current.end[size - 1]);
        current.end[size] = TaskTrack.OPEN;
        current.task[size] = task;
        current.thread[size] = thread;
        size++; // volatile write: publishes the entry to readers
    }

    public synchronized void idle(long nanos) {
        Columns current = columns;
        if (size > 0 && current.end[size - 1] == TaskTrack.OPEN) {
            current.end[size - 1] = Math.max(nanos, current.begin[size - 1]);
            columns = current; // volatile write: publishes the end to readers
        }
    }

    synchronized void setCarrier(int carrier) {
        int last = size - 1;
        if (last < 0 || columns.end[last] != TaskTrack.OPEN) {
            return;
        }
        int[] current = carriers;
        if (current.length <= 2 * last) {
            current = Arrays.copyOf(current, 2 * columns.begin.length);
        }
        if (current[2 * last] == 0) {
            current[2 * last] = carrier + 1;
        }
        current[2 * last + 1] = carrier + 1;
        carriers = current; // volatile write: publishes the entries
    }

    public synchronized void forced(long times) {
        forced = times;
    }

    synchronized void setTask(int task) {
        Columns current = columns;
        int last = size - 1;
        if (last >= 0 && current.end[last] == TaskTrack.OPEN && current.task[last] < 0) {
            current.task[last] = task;
            columns = current; // volatile write: publishes the task to readers
        }
    }
}
