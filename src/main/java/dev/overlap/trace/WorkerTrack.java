package dev.overlap.trace;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.BitSet;

/**
 * One worker and when it was busy with which task. For a thread that is the time in which a task
 * occupies it; for a loop it is the time in which the loop runs something: a step, a callback, the
 * handling of an event.
 *
 * <p>Threads: written through a {@link TraceRecorder}, one thread at a time under this object's
 * lock; read by any thread without one.
 *
 * <p>Layout: four parallel arrays, one entry per slice, in the order of time: begin and end in
 * nanoseconds since time zero, task index (-1: nobody's), id of the thread that ran it. The end of
 * a slice is {@link TaskTrack#OPEN} while it goes on. Slices of one worker never overlap. Carriers
 * of virtual threads stand in an array of their own, two per slice, empty where none was ever seen.
 */
public final class WorkerTrack {

    /** A number of context switches that the platform does not tell. */
    static final long NOT_REPORTED = -1;

    /** What kind of worker it is. */
    public enum Role {
        THREAD("thread"),
        VIRTUAL_THREAD("virtual thread"),
        PROCESS("process"),
        LOOP("loop");

        private final String word;

        Role(String word) {
            this.word = word;
        }

        /** What one of them is called. */
        public String word() {
            return word;
        }

        /** Whether such a worker carries one task at a time, from its begin to its end. */
        public boolean carriesOneAtATime() {
            return this != LOOP;
        }
    }

    @SuppressWarnings(
            "ArrayRecordComponent") // hot data are flat arrays; never compared, never leaves this
    // class
    private record Columns(long[] begin, long[] end, int[] task, long[] thread) {
        Columns(int room) {
            this(new long[room], new long[room], new int[room], new long[room]);
        }

        Columns doubled() {
            int room = begin.length * 2;
            return new Columns(
                    Arrays.copyOf(begin, room),
                    Arrays.copyOf(end, room),
                    Arrays.copyOf(task, room),
                    Arrays.copyOf(thread, room));
        }
    }

    private final int index;
    private final String name;
    private final Role role;
    private final long hiredNanos;
    private volatile Columns columns = new Columns(2); // a thread for one task needs no more
    private volatile int[] carriers = {}; // number plus one; 0: not seen
    private volatile long forced = NOT_REPORTED;
    private volatile int size;
    private volatile @Nullable WorkerStartup startUp;
    private volatile long cpuNanos = -1;

    WorkerTrack(int index, String name, Role role, long hiredNanos) {
        this.index = index;
        this.name = name;
        this.role = role;
        this.hiredNanos = hiredNanos;
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

    /** When it was started, in nanoseconds since time zero; 0 if before it. */
    public long hiredNanos() {
        return hiredNanos;
    }

    /** Its start-up, or null where it takes none worth telling: a thread is there at once. */
    public @Nullable WorkerStartup startUp() {
        return startUp;
    }

    /**
     * How much processor time it has used so far, in nanoseconds, start-up included, or -1 where
     * that is not known. Told for processes.
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

    /** The task a slice belongs to, or -1. */
    public int task(int slice) {
        return columns.task[slice];
    }

    /**
     * The id of the Java thread that ran a slice, as {@link Thread#threadId()}; of a process, the
     * thread here that speaks with it.
     */
    public long thread(int slice) {
        return columns.thread[slice];
    }

    /**
     * The number of the carrier on which a virtual thread was seen first in a slice, or -1 where it
     * was not seen.
     */
    public int firstCarrier(int slice) {
        return carrier(2 * slice);
    }

    /** The same, where it was seen last. It may have been on others in between. */
    public int lastCarrier(int slice) {
        return carrier(2 * slice + 1);
    }

    /** Sets the bits of all carriers on which it was seen. */
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
     * How often the system took the processor from this worker's thread although it could have gone
     * on, up to the end of its last task, or {@value #NOT_REPORTED} where the platform does not
     * say.
     */
    public long handOversByForce() {
        return forced;
    }

    /** The last slice that began at an instant or before, by binary search, or -1. */
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

    /** How long this worker was busy up to an instant; in nanoseconds. */
    public long busyNanos(long untilNanos) {
        long sum = 0;
        for (int slice = 0, n = size; slice < n; slice++) {
            sum += Math.max(0, Math.min(end(slice), untilNanos) - begin(slice));
        }
        return sum;
    }

    synchronized void starts(long nanos, int inPlaceOf) {
        startUp = new WorkerStartup(nanos, TaskTrack.OPEN, inPlaceOf);
    }

    synchronized void started(long nanos) {
        WorkerStartup going = startUp;
        if (going != null && going.endNanos() == TaskTrack.OPEN) {
            startUp = new WorkerStartup(going.beginNanos(), nanos, going.inPlaceOf());
        }
    }

    synchronized void used(long cpuNanos) {
        this.cpuNanos = Math.max(cpuNanos, this.cpuNanos);
    }

    synchronized void busy(int task, long nanos) {
        idle(nanos);
        Columns room = columns;
        if (size == room.begin.length) {
            room = room.doubled();
            columns = room;
        }
        room.begin[size] = size == 0 ? nanos : Math.max(nanos, room.end[size - 1]);
        room.end[size] = TaskTrack.OPEN;
        room.task[size] = task;
        room.thread[size] = Thread.currentThread().threadId();
        size++; // publishes the slice to readers
    }

    synchronized void idle(long nanos) {
        Columns room = columns;
        if (size > 0 && room.end[size - 1] == TaskTrack.OPEN) {
            room.end[size - 1] = Math.max(nanos, room.begin[size - 1]);
            columns = room; // publishes the end to readers
        }
    }

    synchronized void setCarrier(int carrier) {
        int last = size - 1;
        if (last < 0 || columns.end[last] != TaskTrack.OPEN) {
            return;
        }
        int[] room = carriers;
        if (room.length <= 2 * last) {
            room = Arrays.copyOf(room, 2 * columns.begin.length);
        }
        if (room[2 * last] == 0) {
            room[2 * last] = carrier + 1;
        }
        room[2 * last + 1] = carrier + 1;
        carriers = room; // publishes it to readers
    }

    synchronized void forced(long times) {
        forced = times;
    }

    synchronized void setTask(int task) {
        Columns room = columns;
        int last = size - 1;
        if (last >= 0 && room.end[last] == TaskTrack.OPEN && room.task[last] < 0) {
            room.task[last] = task;
            columns = room;
        }
    }
}
