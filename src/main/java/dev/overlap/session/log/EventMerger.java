package dev.overlap.session.log;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Merges sequences of events into one in order of time. Its memory grows with the number of
 * sequences, not of events.
 *
 * <p>Each sequence keeps its own order, even where its instants do not. At the same instant those
 * that were added first come first, all of their events at that instant included: what refers to
 * something is added after it.
 */
final class EventMerger {

    private final PriorityQueue<Source> sources =
            new PriorityQueue<>(
                    Comparator.comparingLong((Source source) -> source.nanos)
                            .thenComparingLong(source -> source.order));
    private long added;

    private static final class Source {

        private final EventCursor cursor;
        private final long order;
        private long nanos;

        Source(EventCursor cursor, long order, long nanos) {
            this.cursor = cursor;
            this.order = order;
            this.nanos = nanos;
        }
    }

    /** Adds a sequence. */
    void add(EventCursor cursor) {
        add(cursor, 0);
    }

    /** Adds sequences of which none begins before the one that is ahead of it. */
    void addInOrder(List<? extends EventCursor> cursors) {
        long earliest = 0;
        for (EventCursor cursor : cursors) {
            earliest = add(cursor, earliest);
        }
    }

    private long add(EventCursor cursor, long earliest) {
        if (!cursor.hasNext()) {
            return earliest;
        }
        long nanos = Math.max(earliest, cursor.nanos());
        sources.add(new Source(cursor, added++, nanos));
        return nanos;
    }

    /** Writes all events. */
    void writeTo(LogLines lines) {
        for (Source next = sources.poll(); next != null; next = sources.poll()) {
            EventCursor begun = next.cursor.write(lines);
            if (begun != null) {
                add(begun, next.nanos);
            }
            if (next.cursor.hasNext()) {
                next.nanos = Math.max(next.nanos, next.cursor.nanos());
                sources.add(next);
            }
        }
    }
}
