package dev.overlap.protocol.recording;

import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * Puts into order of time what arrives nearly so. What happened at the same instant keeps the order
 * in which it arrived.
 */
final class EventOrder {

    private final PriorityQueue<Step> waiting =
            new PriorityQueue<>(
                    Comparator.comparingLong(Step::nanos).thenComparingLong(Step::number));
    private long added;

    private record Step(long nanos, long number, Runnable action) {}

    void add(long nanos, Runnable action) {
        waiting.add(new Step(nanos, added++, action));
    }

    int size() {
        return waiting.size();
    }

    /** Runs all that is not younger than an instant, and what is added by that. */
    void runUntil(long nanos) {
        for (Step next = waiting.peek();
                next != null && next.nanos <= nanos;
                next = waiting.peek()) {
            runFirst();
        }
    }

    /** Runs the first one, if there is any. */
    void runFirst() {
        Step first = waiting.poll();
        if (first != null) {
            first.action.run();
        }
    }
}
