package dev.overlap.trace.waits;

import dev.overlap.trace.ConnectionLimit;
import dev.overlap.trace.Exchange;
import dev.overlap.trace.Phase;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;

import org.jspecify.annotations.Nullable;

/**
 * Explains why a task waited for a connection: which limit was reached, and which exchange freed a
 * connection.
 *
 * <p>A task holds a connection from the end of its lease to the first phase that needs none, such
 * as its next lease or a pause, or to its end. The connections held are counted at three instants
 * of the wait, since at any one of them a connection may just be passing from one task to the next.
 */
final class ConnectionWaits {

    private final Trace trace;
    private final TaskTrack task;
    private final int number;

    /** Creates the analysis for the exchange of a task with this number. */
    ConnectionWaits(Trace trace, TaskTrack task, int number) {
        this.trace = trace;
        this.task = task;
        this.number = number;
    }

    /** The time in which one exchange of a task holds a connection. */
    private record Use(TaskTrack task, int number, long begin, long end) {
        @Nullable ConnectionLimit limit() {
            return task.limit(number);
        }
    }

    @Nullable Wait during(Stretch lease) {
        if (!lease.isWorthACause()) {
            return null;
        }
        ConnectionLimit limit = task.limit(number);
        Wait.Bound bound = bound(limit, lease);
        String got = lease.over() ? connection(task, number) : "";
        Use before = got.isEmpty() ? null : lastOn(got, lease.end());
        boolean reused = before != null;
        if (before == null && !got.isEmpty() && bound != Wait.Bound.UNKNOWN) {
            before = lastEnded(bound, limit, lease);
        }
        int last = before == null ? -1 : before.task.index();
        return new Wait.ForConnection(lease.nanos(), lease.over(), limit, bound, got, last, reused);
    }

    private Wait.Bound bound(@Nullable ConnectionLimit limit, Stretch lease) {
        if (limit == null) {
            return Wait.Bound.UNKNOWN;
        }
        int toHost = 0;
        int toAllHosts = 0;
        for (int quarter = 1; quarter <= 3; quarter++) {
            long at = lease.begin() + lease.nanos() * quarter / 4;
            toHost = Math.max(toHost, held(limit, at));
            toAllHosts = Math.max(toAllHosts, held(null, at));
        }
        if (limit.origin() != ConnectionLimit.Origin.NONE && toHost >= limit.most()) {
            return Wait.Bound.HOST;
        }
        return limit.total() > 0 && toAllHosts >= limit.total()
                ? Wait.Bound.TOTAL
                : Wait.Bound.UNKNOWN;
    }

    /**
     * Returns the number of connections held at an instant, to the host of a limit or, if null, to
     * all hosts.
     */
    private int held(@Nullable ConnectionLimit limit, long at) {
        int count = 0;
        for (TaskTrack other : trace.tasks()) {
            Use use = other == task || at >= other.endNanos() ? null : useAt(other, at);
            if (use != null && isTo(use, limit)) {
                count++;
            }
        }
        return count;
    }

    private static boolean isTo(Use use, @Nullable ConnectionLimit limit) {
        ConnectionLimit own = use.limit();
        return limit == null || (own != null && own.host().equals(limit.host()));
    }

    /** Returns the last use of a connection before an instant. */
    private @Nullable Use lastOn(String connection, long before) {
        Use last = null;
        for (TaskTrack other : trace.tasks()) {
            for (Exchange exchange : other.exchanges()) {
                if (exchange.connection().equals(connection)) {
                    Use use = use(other, exchange.number());
                    if (use != null
                            && use.begin < before
                            && (last == null || use.begin > last.begin)) {
                        last = use;
                    }
                }
            }
        }
        return last;
    }

    /** Returns the use that ended last before the wait was over. */
    private @Nullable Use lastEnded(
            Wait.Bound bound, @Nullable ConnectionLimit limit, Stretch lease) {
        ConnectionLimit within = bound == Wait.Bound.HOST ? limit : null;
        Use last = null;
        for (TaskTrack other : trace.tasks()) {
            Use use = other == task ? null : lastUse(other, lease.end());
            if (use != null && isTo(use, within) && madeRoom(use, lease)) {
                last = last == null || use.end > last.end ? use : last;
            }
        }
        return last;
    }

    private static boolean madeRoom(Use use, Stretch lease) {
        return use.end > lease.begin() && use.end <= lease.end();
    }

    /** Returns the use in which a task holds a connection at an instant, if any. */
    private static @Nullable Use useAt(TaskTrack task, long at) {
        int segment = task.segmentAt(at);
        return segment < 0 || !task.phase(segment).holdsConnection() ? null : lastUse(task, at);
    }

    /** Returns the use in which a task holds a connection at an instant, or its last one before. */
    private static @Nullable Use lastUse(TaskTrack task, long at) {
        int segment = task.segmentAt(at);
        while (segment >= 0 && !task.phase(segment).holdsConnection()) {
            segment--;
        }
        return segment < 0 ? null : use(task, leases(task, segment) - 1);
    }

    private static int leases(TaskTrack task, int untilSegment) {
        int count = 0;
        for (int s = 0; s <= untilSegment; s++) {
            count += task.phase(s) == Phase.LEASE ? 1 : 0;
        }
        return count;
    }

    /** Returns the use of an exchange, from the end of its lease until it needs no connection. */
    private static @Nullable Use use(TaskTrack task, int number) {
        int leases = -1;
        long begin = TaskTrack.OPEN;
        for (int s = 0, n = task.segments(); s < n; s++) {
            if (begin != TaskTrack.OPEN && !task.phase(s).holdsConnection()) {
                return new Use(task, number, begin, task.begin(s));
            }
            if (task.phase(s) == Phase.LEASE && ++leases == number) {
                begin = task.end(s);
            }
        }
        return begin == TaskTrack.OPEN ? null : new Use(task, number, begin, task.endNanos());
    }

    private static String connection(TaskTrack task, int number) {
        for (Exchange exchange : task.exchanges()) {
            if (exchange.number() == number) {
                return exchange.connection();
            }
        }
        return "";
    }
}
