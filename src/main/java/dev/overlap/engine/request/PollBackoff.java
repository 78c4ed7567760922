package dev.overlap.engine.request;

import dev.overlap.plan.ConnectionSettings;
import dev.overlap.plan.Settings;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/**
 * How long one job is left alone between two questions.
 *
 * <p>A {@code Retry-After} of the server holds, up to an hour, which outlasts every task. Where it
 * is missing, zero or unreadable, Overlap keeps a pace of its own: a server on this machine is
 * asked again after 100 ms, then each time half as long again, up to a second; any other after a
 * second, which is good manners.
 */
final class PollBackoff {

    private static final Duration MAX_ASKED = Settings.MAX_TIMEOUT;
    private static final Duration SLOWEST_OWN = Duration.ofSeconds(1);
    private static final Duration FIRST_OWN = Duration.ofMillis(100);

    private Duration own = FIRST_OWN;

    /**
     * The next pause.
     *
     * @param retryAfter what the server asks for, or null
     */
    Duration pause(String host, @Nullable Duration retryAfter) {
        if (retryAfter != null && retryAfter.isPositive()) {
            return shorter(retryAfter, MAX_ASKED);
        }
        return ConnectionSettings.isLoopback(host) ? nextOwn() : SLOWEST_OWN;
    }

    /**
     * The pause before a question that was turned away is asked once more, where the server does
     * not say when: as {@link #pause} begins, and twice as long each time in a row.
     *
     * @param times how often it was turned away before, in a row
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
