package dev.overlap.export.har;

import dev.overlap.trace.Exchange;
import dev.overlap.trace.TaskTrack;

import org.jspecify.annotations.Nullable;

/**
 * One request that a task made.
 *
 * @param method as in the request line
 * @param url as the trace shows it; null if it is not known where a redirect led
 * @param exchange null if it never had a connection
 * @param next the address that the next request of the same step went to, null if there is none
 */
record TaskRequest(
        TaskTrack track,
        RequestSegments segments,
        String method,
        @Nullable String url,
        @Nullable Exchange exchange,
        @Nullable String next) {

    long beginNanos() {
        return track.begin(segments.first());
    }

    /** Returns whether the task did nothing after it. */
    boolean isLast() {
        return segments.end() == track.segments();
    }

    int status() {
        return exchange == null ? 0 : exchange.status();
    }

    TaskRequest followedBy(@Nullable String next) {
        return new TaskRequest(track, segments, method, url, exchange, next);
    }
}
