package dev.overlap.foreign.har;

import dev.overlap.trace.Exchange;
import dev.overlap.trace.Trace;
import dev.overlap.trace.TraceRestorer;

import java.util.List;
import java.util.Map;

/** Makes a trace of the entries of an archive; time zero is when the first of them began. */
final class HarTrace {

    private final List<HarEntry> entries;
    private final HarConnections connections;
    private final Map<Integer, String> names;
    private final TraceRestorer trace;
    private final long zero;

    private HarTrace(List<HarEntry> entries, HarConnections connections) {
        this.entries = entries;
        this.connections = connections;
        names = connections.names();
        trace = new TraceRestorer(entries.stream().map(HarTrace::label).toList(), 1);
        zero = entries.getFirst().startNanos();
    }

    /** Returns the trace of entries in the order of their begins. */
    static Trace of(List<HarEntry> entries, HarConnections connections) {
        HarTrace made = new HarTrace(entries, connections);
        made.trace.setForeign();
        made.trace.begin();
        for (int task = 0; task < entries.size(); task++) {
            made.add(task, entries.get(task));
        }
        made.addConnections();
        return made.trace.finish();
    }

    private static String label(HarEntry entry) {
        return entry.method().equals("GET") ? entry.url() : entry.method() + " " + entry.url();
    }

    private void add(int task, HarEntry entry) {
        long at = entry.startNanos() - zero;
        for (HarTimes.TimedPhase part : entry.parts()) {
            trace.enter(task, part.phase(), false, at);
            at += part.nanos();
        }
        String connection = names.getOrDefault(task, "");
        HarEntry.Reply reply = entry.reply();
        trace.note(
                task,
                Exchange.begin(0, entry.startNanos() - zero, entry.url())
                        .on(connection, !connection.isEmpty() && !entry.opens())
                        .replied(reply.version(), reply.status(), Double.NaN, Double.NaN)
                        .received(reply.bytes()));
        trace.end(task, reply.outcome(), at);
    }

    private void addConnections() {
        List<HarConnections.ConnectionRequests> all = connections.inOrder();
        for (int connection = 0; connection < all.size(); connection++) {
            HarConnections.ConnectionRequests uses = all.get(connection);
            for (int use = 0; use < uses.entries().size(); use++) {
                int task = uses.entries().get(use);
                int part = HarConnections.firstPart(entries.get(task));
                long begin = begin(entries.get(task), part);
                if (use == 0) {
                    trace.addConnection(uses.name(), uses.host(), begin);
                }
                trace.use(connection, task, 0, part, begin);
            }
        }
    }

    private long begin(HarEntry entry, int part) {
        return entry.startNanos()
                - zero
                + entry.parts().subList(0, part).stream()
                        .mapToLong(HarTimes.TimedPhase::nanos)
                        .sum();
    }
}
