package dev.overlap.lab;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * A time in which a port took no connections.
 *
 * @param port what is spoken there, such as {@code https}
 * @param reason as the system words it
 */
record PortOutage(String port, String reason, Instant since) {

    /** What to say while it lasts. */
    String lasting() {
        return "The lab has accepted no new connections on its %s port since %s: %s. It keeps trying."
                .formatted(port, time(), reason);
    }

    /** What to say when it is over. */
    String over(Instant until) {
        return "At %s the lab took no new connections on its %s port for %d ms: %s. It does again."
                .formatted(time(), port, Duration.between(since, until).toMillis(), reason);
    }

    private String time() {
        return DateTimeFormatter.ofPattern("HH:mm:ss")
                .withZone(ZoneId.systemDefault())
                .format(since);
    }
}
