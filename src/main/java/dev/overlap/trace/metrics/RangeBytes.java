package dev.overlap.trace.metrics;

import dev.overlap.trace.Exchange;
import dev.overlap.trace.Phase;
import dev.overlap.trace.TaskTrack;

import java.util.List;
import java.util.function.LongPredicate;

/**
 * The bytes of the bodies that were received in a range of time, still compressed. What is measured
 * is the size of each complete reply and the time in which it was received, but not when each of
 * its bytes came: of a reply that was received only in part within the range, the bytes in it are
 * unknown. Replies that are not complete have no measured size and are not counted.
 *
 * @param whole the bytes of replies that were received from first to last within the range
 * @param replies the number of these replies
 * @param cut the bytes of replies that were received partly before or after it
 * @param cutReplies the number of these
 */
public record RangeBytes(long whole, int replies, long cut, int cutReplies) {

    /** Sums up the replies of tasks. */
    static final class Sum {

        private final LongPredicate isIn;
        private final long begin;
        private final long end;
        private long whole;
        private int replies;
        private long cut;
        private int cutReplies;

        /**
         * Creates a sum of nothing.
         *
         * @param isIn whether an event at an instant belongs to the range
         */
        Sum(LongPredicate isIn, long begin, long end) {
            this.isIn = isIn;
            this.begin = begin;
            this.end = end;
        }

        void add(TaskTrack task) {
            List<Exchange> exchanges = task.exchanges();
            for (int i = 0; i < exchanges.size(); i++) {
                if (exchanges.get(i).bytes() > 0) {
                    boolean isLast = i + 1 == exchanges.size();
                    long until = isLast ? task.endNanos() : exchanges.get(i + 1).startNanos();
                    add(task, exchanges.get(i), until);
                }
            }
        }

        /**
         * Adds a reply.
         *
         * @param until when the next exchange of the task began
         */
        private void add(TaskTrack task, Exchange exchange, long until) {
            int first = task.segmentAt(exchange.startNanos() - 1) + 1;
            int last = task.segmentAt(until - 1);
            if (first > last || task.begin(first) > end || task.end(last) < begin) {
                return;
            }
            long from = TaskTrack.OPEN;
            long to = 0;
            for (int s = last; s >= first; s--) {
                if (task.phase(s) == Phase.RECEIVE) {
                    from = task.begin(s);
                    to = Math.max(to, task.end(s));
                }
            }
            add(exchange.bytes(), from, to);
        }

        private void add(long bytes, long from, long to) {
            if (isIn.test(from) && to <= end) {
                whole += bytes;
                replies++;
            } else if (from < end && to > begin) {
                cut += bytes;
                cutReplies++;
            }
        }

        RangeBytes total() {
            return new RangeBytes(whole, replies, cut, cutReplies);
        }
    }
}
