package dev.overlap.engine.request;

import dev.overlap.plan.ConnectionSettings;
import dev.overlap.plan.Settings;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/**
 * The pauses between the polls of one job.
 *
 * <p>A {@code Retry-After} of the server is respected up to an hour, which is longer than any task.
 * If it is missing, zero or unreadable, Overlap uses its own interval: for a server on this machine
 * 100 ms, then each time half as long again, up to a second; for any other server a second, out of
 * courtesy.
 */
final class PollBackoff {

    private static final Duration MAX_ASKED = Settings.MAX_TIMEOUT;
    private static final Duration SLOWEST_OWN = Duration.ofSeconds(1);
    private static final Duration FIRST_OWN = Duration.ofMillis(100);

    private Duration own = FIRST_OWN;

    /**
     * Returns the next pause.
     *
     * @param retryAfter the pause requested by the server, or null
     */
    Duration pause(String host, @Nullable Duration retryAfter) {
        if (retryAfter != null && retryAfter.isPositive()) {
            return shorter(retryAfter, MAX_ASKED);
        }
        return ConnectionSettings.isLoopback(host) ? nextOwn() : SLOWEST_OWN;
    }

    /**
     * Returns the pause before repeating a refused poll if the server does not specify one: the
     * first is that of {@link #pause}, and it doubles with each refusal in a row.
     *
     * @param times the number of previous refusals in a row
     */
    Duration afterRefusal(String host, int times) {
        Duration first = ConnectionSettings.isLoopback(host) ? FIRST_OWN : SLOWEST_OWN;
        return first.multipliedBy(1L << times);
    }

    private Duration nextOwn() {
        Duration now = own;
        own = shorter(now.multipliedBy(3).dividedBy(2), SLOWEST_OWN);
        return now;
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }
}
