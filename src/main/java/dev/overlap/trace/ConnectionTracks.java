package dev.overlap.trace;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The connections of a trace, as reported by its exchanges. A connection is added when the first
 * request is sent on it; one that could not be opened is never added.
 *
 * <p>Threads: safe for any; only the first use of a connection takes this object's lock.
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

    /** Records that an exchange of a task now has its connection. */
    void used(TaskTrack task, Exchange exchange) {
        int sent = task.lastSent();
        if (sent < 0) {
            return; // the task ended before it sent
        }
        ConnectionTrack track = of(exchange);
        if (track == null) {
            open(new ConnectionTrack.First(task, exchange, sent));
        } else {
            track.used(task, exchange.number(), sent);
        }
    }

    /** Adds a connection that is restored, without its uses. */
    synchronized ConnectionTrack restore(String identity, String host, long firstUsedNanos) {
        ConnectionTrack track =
                inOrder.add(
                        index -> new ConnectionTrack(index, tasks, identity, host, firstUsedNanos));
        known.put(identity, track);
        return track;
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
