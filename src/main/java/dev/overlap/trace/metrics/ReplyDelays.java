package dev.overlap.trace.metrics;

import dev.overlap.trace.Exchange;
import dev.overlap.trace.Phase;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;

import java.util.ArrayList;
import java.util.List;

/** Finds how late the lab sent its replies, by its own clock. Used once. */
final class ReplyDelays {

    private static final double NANOS_PER_MILLI = 1e6;

    /** What it may cost the lab, and its clients, to read one request, or to send one reply. */
    private static final long NANOS_PER_MESSAGE = 200_000;

    /**
     * A reply that was sent when it was due, or later.
     *
     * @param asked, {@code due} and {@code sent} since time zero
     * @param expected the declared time
     */
    private record Reply(long asked, long due, long sent, long expected) {}

    private final Trace trace;
    private final ContentionIntervals own;
    private final List<Reply> replies = new ArrayList<>();

    /**
     * @param own when the run itself kept all processors busy
     */
    ReplyDelays(Trace trace, ContentionIntervals own) {
        this.trace = trace;
        this.own = own;
    }

    DelayStatistics find() {
        trace.tasks().forEach(this::read);
        long[] sent = replies.stream().mapToLong(Reply::sent).sorted().toArray();
        long[] asked = replies.stream().mapToLong(Reply::asked).sorted().toArray();
        DelayStatistics delayStatistics = new DelayStatistics();
        for (Reply reply : replies) {
            long ahead = between(sent, reply) + between(asked, reply);
            long excused = ahead * NANOS_PER_MESSAGE + own.ofProcessors(reply.due, reply.sent);
            delayStatistics.add(reply.sent - reply.due, excused, reply.expected);
        }
        return delayStatistics;
    }

    private void read(TaskTrack task) {
        for (Exchange exchange : task.exchanges()) {
            // a body in pieces begins before the time that is declared for its end
            if (exchange.sentAfterMillis() >= exchange.declaredMillis()) {
                long asked = asked(task, exchange);
                long expected = nanos(exchange.declaredMillis());
                replies.add(
                        new Reply(
                                asked,
                                asked + expected,
                                asked + nanos(exchange.sentAfterMillis()),
                                expected));
            }
        }
    }

    /** Returns when the request of an exchange was written. */
    private static long asked(TaskTrack task, Exchange exchange) {
        for (int s = Math.max(0, task.segmentAt(exchange.startNanos())); s < task.segments(); s++) {
            if (task.phase(s) == Phase.WAIT) {
                return task.begin(s);
            }
        }
        return exchange.startNanos();
    }

    private static long nanos(double millis) {
        return Math.round(millis * NANOS_PER_MILLI);
    }

    /** Returns how many of some sorted instants are between the time a reply was due and sent. */
    private static long between(long[] sorted, Reply reply) {
        return (long) before(sorted, reply.sent) - before(sorted, reply.due);
    }

    /** Returns how many of some sorted instants come before one. */
    private static int before(long[] sorted, long instant) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < instant) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
