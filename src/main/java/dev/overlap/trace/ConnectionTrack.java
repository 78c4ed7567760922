package dev.overlap.trace;

import java.util.List;

/**
 * One connection and the exchanges that used it, in order of time. HTTP/1.1 carries one exchange at
 * a time, so uses never overlap. The clients do not report when a connection is closed: the track
 * knows only its exchanges.
 *
 * <p>Threads: written through a {@link TraceRecorder}, one thread at a time under this object's
 * lock; read by any thread without it.
 *
 * <p>The course of a use is read from its task's segments, from the one in which it begins to the
 * first one that needs no connection, so nothing is stored twice.
 */
public final class ConnectionTrack {

    private final int index;
    private final String identity;
    private final String host;
    private final long firstUsedNanos;
    private final List<TaskTrack> tasks;
    private final ConnectionUses uses = new ConnectionUses();

    /** Creates the track for the first exchange on a connection. */
    ConnectionTrack(int index, List<TaskTrack> tasks, long firstUsedNanos, First first) {
        this.index = index;
        this.tasks = tasks;
        this.firstUsedNanos = firstUsedNanos;
        this.identity = first.exchange.connection();
        ConnectionLimit limit = first.task.limit(first.exchange.number());
        this.host = limit == null ? "" : limit.host();
        used(first.task, first.exchange.number(), first.sent);
    }

    /** Creates the track of a connection that is restored, without its uses. */
    ConnectionTrack(
            int index, List<TaskTrack> tasks, String identity, String host, long firstUsedNanos) {
        this.index = index;
        this.tasks = tasks;
        this.identity = identity;
        this.host = host;
        this.firstUsedNanos = firstUsedNanos;
    }

    /** The first use of a connection; {@code sent} is the segment in which its request is sent. */
    record First(TaskTrack task, Exchange exchange, int sent) {}

    /** Returns the index of the connection in the run, in order of first use. */
    public int index() {
        return index;
    }

    /** Returns the same as {@link Exchange#connection()}. */
    public String identity() {
        return identity;
    }

    /** Returns the remote host with its port number; empty if the trace does not say. */
    public String host() {
        return host;
    }

    /**
     * Returns when the first request was sent on it, which is when the connection becomes known.
     * Never earlier than for a connection with a lower index.
     */
    public long firstUsedNanos() {
        return firstUsedNanos;
    }

    /** Returns the number of exchanges that have used it so far. */
    public int uses() {
        return uses.size();
    }

    /**
     * Returns when a use began: with the sending of its request or, for the exchange that opened
     * the connection, with the opening.
     */
    public long begin(int use) {
        return uses.begin(use);
    }

    /**
     * Returns when a use ended, or {@link TaskTrack#OPEN} while it lasts: when its task no longer
     * needed a connection, at the latest when the next use began. A thread may report the end of
     * its task slightly later than it released the connection.
     */
    public long end(int use) {
        int known = uses.size(); // read first: it is written last
        TaskTrack task = tasks.get(task(use));
        int segments = task.segments();
        int last = segment(use);
        while (last + 1 < segments && task.phase(last + 1).holdsConnection()) {
            last++;
        }
        long end = task.end(last);
        return use + 1 < known ? Math.min(end, begin(use + 1)) : end;
    }

    /** Returns the index of the task that a use belongs to. */
    public int task(int use) {
        return uses.task(use);
    }

    /** Returns the number of a use's exchange within its task. */
    public int exchange(int use) {
        return uses.exchange(use);
    }

    /** Returns the task's segment in which a use begins. */
    public int segment(int use) {
        return uses.segment(use);
    }

    /** Returns whether an exchange of a task had used this connection by an instant. */
    public boolean wasUsedBy(int task, long untilNanos) {
        for (int use = useAt(untilNanos); use >= 0; use--) {
            if (task(use) == task) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether its first exchange opened it; otherwise it was already open. */
    public boolean wasOpened() {
        return tasks.get(task(0)).phase(segment(0)).opensConnection();
    }

    /** Returns the last use that began at or before an instant, or -1. */
    public int useAt(long nanos) {
        return uses.at(nanos);
    }

    /**
     * Adds a use.
     *
     * @param sent the segment in which its request is sent
     */
    synchronized void used(TaskTrack task, int exchange, int sent) {
        int first = opening(task, sent);
        uses.add(task.begin(first), task.index(), exchange, first);
    }

    /** Adds a use that is restored. */
    synchronized void restoreUse(long begin, int task, int exchange, int segment) {
        uses.add(begin, task, exchange, segment);
    }

    /**
     * Returns the segment in which the exchange begins to open its connection, or to send on an
     * open one.
     */
    private static int opening(TaskTrack task, int sent) {
        int first = sent;
        while (first > 0 && task.phase(first - 1).opensConnection()) {
            first--;
        }
        return first;
    }
}
