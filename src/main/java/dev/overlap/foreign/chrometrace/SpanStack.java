package dev.overlap.foreign.chrometrace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Begins and ends that are told apart, of one thread or of one asynchronous operation: an end
 * closes what was begun last. They may come in any order.
 */
final class SpanStack {

    private static final int END = -1;

    private final List<Edge> edges = new ArrayList<>(4);

    /** A begin with a name, or an end. */
    private record Edge(long nanos, int name) {}

    void begin(long nanos, int name) {
        edges.add(new Edge(nanos, name));
    }

    void end(long nanos) {
        edges.add(new Edge(nanos, END));
    }

    /**
     * Adds what was begun and ended to a list, and what was not ended without an end.
     *
     * @return the number of ends without a begin
     */
    int addTo(List<Span> spans) {
        edges.sort(Comparator.comparingLong(Edge::nanos)); // stable: those at one instant as told
        List<Edge> open = new ArrayList<>();
        int unmatched = 0;
        for (Edge edge : edges) {
            if (edge.name != END) {
                open.add(edge);
            } else if (open.isEmpty()) {
                unmatched++;
            } else {
                Edge begun = open.removeLast();
                spans.add(Span.of(begun.nanos, edge.nanos, begun.name));
            }
        }
        open.forEach(begun -> spans.add(Span.of(begun.nanos, Span.NEVER, begun.name)));
        return unmatched;
    }
}
