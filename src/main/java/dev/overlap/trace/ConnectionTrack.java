package dev.overlap.trace;

import java.util.Arrays;
import java.util.List;

/**
 * One connection and which exchanges used it, in the order of time. HTTP/1.1 carries one exchange
 * at a time, so the uses of a connection never overlap. When it was closed is not known: the trace
 * knows of a connection only what its exchanges say.
 *
 * <p>Threads: written through a {@link TraceRecorder}, one thread at a time under this object's
 * lock; read by any thread without one.
 *
 * <p>Layout: four parallel arrays, one entry a use: its begin in nanoseconds since time zero, task
 * index, number of the exchange in that task, and the segment of the task in which it begins. What
 * happens in a use are the task's own segments from there on, and its end is where they need no
 * connection any more: nothing is stored twice.
 */
public final class ConnectionTrack {

    @SuppressWarnings(
            "ArrayRecordComponent") // hot data are flat arrays; never compared, never leaves this
    // class
    private record Columns(long[] begin, int[] task, int[] exchange, int[] segment) {
        Columns(int room) {
            this(new long[room], new int[room], new int[room], new int[room]);
        }

        Columns doubled() {
            int room = begin.length * 2;
            return new Columns(
                    Arrays.copyOf(begin, room),
                    Arrays.copyOf(task, room),
                    Arrays.copyOf(exchange, room),
                    Arrays.copyOf(segment, room));
        }
    }

    private final int index;
    private final String identity;
    private final String host;
    private final long firstUsedNanos;
    private final List<TaskTrack> tasks;
    private volatile Columns columns = new Columns(1); // where none is kept, there is no second use
    private volatile int size;

    /**
     * For the first exchange that is seen on a connection, with the segment in which it is sent.
     */
    ConnectionTrack(int index, List<TaskTrack> tasks, long firstUsedNanos, First first) {
        this.index = index;
        this.tasks = tasks;
        this.firstUsedNanos = firstUsedNanos;
        this.identity = first.exchange.connection();
        ConnectionLimit limit = first.task.limit(first.exchange.number());
        this.host = limit == null ? "" : limit.host();
        used(first.task, first.exchange.number(), first.sent);
    }

    /** What opens a track. */
    record First(TaskTrack task, Exchange exchange, int sent) {}

    /** Its place among the connections of the run, in the order in which they were first used. */
    public int index() {
        return index;
    }

    /** As {@link Exchange#connection()}. */
    public String identity() {
        return identity;
    }

    /** Where it goes, with the port in figures; empty where the trace does not tell. */
    public String host() {
        return host;
    }

    /**
     * When the first request went out on it; from then on it is known that this connection is the
     * one. Never before that of a connection with a lower index.
     */
    public long firstUsedNanos() {
        return firstUsedNanos;
    }

    /** How many exchanges have used it so far. */
    public int uses() {
        return size;
    }

    /**
     * When a use began: when its request began to be sent or, for the exchange that opened the
     * connection, when it began to open it.
     */
    public long begin(int use) {
        return columns.begin[use];
    }

    /**
     * When a use was over, or {@link TaskTrack#OPEN} while it goes on: when its task needed no
     * connection any more, at the latest when the next exchange had this one. A thread may report
     * the end of its task a little later than it gave its connection back.
     */
    public long end(int use) {
        int uses = size; // what was written last is read first, so that the rest is there
        TaskTrack task = tasks.get(task(use));
        int known = task.segments();
        int last = columns.segment[use];
        while (last + 1 < known && task.phase(last + 1).holdsConnection()) {
            last++;
        }
        long end = task.end(last);
        return use + 1 < uses ? Math.min(end, begin(use + 1)) : end;
    }

    /** The task whose exchange it is. */
    public int task(int use) {
        return columns.task[use];
    }

    /** The number of the exchange among those of its task. */
    public int exchange(int use) {
        return columns.exchange[use];
    }

    /** The segment of the task in which a use begins. */
    public int segment(int use) {
        return columns.segment[use];
    }

    /** Whether an exchange of a task had used it by an instant. */
    public boolean carried(int task, long untilNanos) {
        for (int use = useAt(untilNanos); use >= 0; use--) {
            if (task(use) == task) {
                return true;
            }
        }
        return false;
    }

    /** Whether an exchange opened it; else it was there before the first one that is known. */
    public boolean wasOpened() {
        return tasks.get(task(0)).phase(segment(0)).opensConnection();
    }

    /** The last use that began at an instant or before, by binary search, or -1. */
    public int useAt(long nanos) {
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

    /**
     * Adds a use.
     *
     * @param sent the segment in which its request is sent
     */
    synchronized void used(TaskTrack task, int exchange, int sent) {
        Columns room = columns;
        if (size == room.begin.length) {
            room = room.doubled();
            columns = room;
        }
        int first = opening(task, sent);
        long begin = task.begin(first);
        room.begin[size] = size == 0 ? begin : Math.max(begin, room.begin[size - 1]);
        room.task[size] = task.index();
        room.exchange[size] = exchange;
        room.segment[size] = first;
        size++; // publishes the use to readers
    }

    /** Where the exchange begins to open its connection, or to send, if it found one open. */
    private static int opening(TaskTrack task, int sent) {
        int first = sent;
        while (first > 0 && task.phase(first - 1).opensConnection()) {
            first--;
        }
        return first;
    }
}
