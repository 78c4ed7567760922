package dev.overlap.foreign.har;

import dev.overlap.foreign.har.HarEntry.Connection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The connections of an archive that can be drawn, each with its requests one after another.
 *
 * <p>What a file calls a connection need not be one of HTTP/1.1: requests share one at the same
 * time in HTTP/2, and Firefox writes the port of the server for it. So a name counts only if its
 * requests follow one another and none but the first opens it.
 */
final class HarConnections {

    /** Instants are told in milliseconds. */
    private static final long TOLERANCE_NANOS = 1_000_000;

    private final List<HarEntry> entries;
    private final List<ConnectionRequests> inOrder = new ArrayList<>();
    private int withdrawn;

    /**
     * The uses of a connection.
     *
     * @param name unique in the archive
     * @param entries the indices of its requests, in order of time
     */
    record ConnectionRequests(String name, String host, List<Integer> entries) {}

    HarConnections(List<HarEntry> entries) {
        this.entries = entries;
        Map<Connection, List<Integer>> told = new LinkedHashMap<>();
        for (int i = 0; i < entries.size(); i++) {
            Connection connection = entries.get(i).connection();
            if (!connection.name().isEmpty() && begin(i) >= 0) {
                told.computeIfAbsent(connection, _ -> new ArrayList<>()).add(i);
            }
        }
        Set<String> names = new HashSet<>();
        told.forEach((connection, uses) -> add(connection, uses, names));
        inOrder.sort(Comparator.comparingLong(uses -> begin(uses.entries.getFirst())));
    }

    private void add(Connection connection, List<Integer> uses, Set<String> names) {
        uses.sort(Comparator.comparingLong(this::begin));
        if (!isOneAfterAnother(uses)) {
            withdrawn += uses.size();
            return;
        }
        String name = connection.name();
        for (int number = 2; !names.add(name); number++) {
            name = connection.name() + " #" + number;
        }
        String url = entries.get(uses.getFirst()).url();
        inOrder.add(
                new ConnectionRequests(
                        name, HarAddress.origin(url).replaceFirst(".*//", ""), uses));
    }

    private boolean isOneAfterAnother(List<Integer> uses) {
        for (int i = 1; i < uses.size(); i++) {
            HarEntry entry = entries.get(uses.get(i));
            long before = entries.get(uses.get(i - 1)).endNanos();
            if (entry.opens() || begin(uses.get(i)) < before - TOLERANCE_NANOS) {
                return false;
            }
        }
        return true;
    }

    /** Returns when an entry began to need its connection, or -1 if it never did. */
    private long begin(int entry) {
        int first = firstPart(entries.get(entry));
        if (first < 0) {
            return -1;
        }
        return entries.get(entry).startNanos()
                + entries.get(entry).parts().subList(0, first).stream()
                        .mapToLong(HarTimes.TimedPhase::nanos)
                        .sum();
    }

    /** Returns the first part in which an entry opens its connection or uses it, or -1. */
    static int firstPart(HarEntry entry) {
        for (int i = 0; i < entry.parts().size(); i++) {
            switch (entry.parts().get(i).phase()) {
                case CONNECT, TLS, SEND, WAIT, RECEIVE -> {
                    return i;
                }
                case QUEUED, READY, BLOCKED, LEASE, DNS, COMPUTE, PAUSE, AWAIT -> {}
            }
        }
        return -1;
    }

    /** Returns the connections in the order of their first uses. */
    List<ConnectionRequests> inOrder() {
        return inOrder;
    }

    /** Returns the name of each entry's connection, by index. */
    Map<Integer, String> names() {
        Map<Integer, String> names = new HashMap<>();
        inOrder.forEach(uses -> uses.entries.forEach(entry -> names.put(entry, uses.name)));
        return names;
    }

    /** Returns the number of requests whose connection cannot be drawn. */
    int withdrawn() {
        return withdrawn;
    }
}
