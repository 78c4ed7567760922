package dev.overlap.trace;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The connections of a trace, found by what the exchanges say of them. A connection is known from
 * the instant at which the first request is sent on it; one that could not be opened is never.
 *
 * <p>Threads: safe for all; only the first use of a connection takes the lock of this object.
 */
final class ConnectionTracks {

    private final List<TaskTrack> tasks;
    private final Map<String, ConnectionTrack> known = new ConcurrentHashMap<>();
    private final AppendOnlyList<ConnectionTrack> inOrder = new AppendOnlyList<>();

    ConnectionTracks(List<TaskTrack> tasks) {
        this.tasks = tasks;
    }

    List<ConnectionTrack> inOrder() {
        return inOrder;
    }

    @Nullable ConnectionTrack of(Exchange exchange) {
        return known.get(exchange.connection());
    }

    /** The exchange of a task has its connection now. */
    void used(TaskTrack task, Exchange exchange) {
        int sent = task.lastSent();
        if (sent < 0) {
            return; // the task was ended before it could send
        }
        ConnectionTrack track = of(exchange);
        if (track == null) {
            open(new ConnectionTrack.First(task, exchange, sent));
        } else {
            track.used(task, exchange.number(), sent);
        }
    }

    private synchronized void open(ConnectionTrack.First first) {
        long sent = first.task().begin(first.sent());
        int before = inOrder.size() - 1;
        long used = before < 0 ? sent : Math.max(sent, inOrder.get(before).firstUsedNanos());
        ConnectionTrack track =
                inOrder.add(index -> new ConnectionTrack(index, tasks, used, first));
        known.put(track.identity(), track);
    }
}
