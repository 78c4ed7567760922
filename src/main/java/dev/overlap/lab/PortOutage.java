package dev.overlap.lab;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * A period in which a port accepted no connections.
 *
 * @param port the protocol of the port, such as {@code https}
 * @param reason the message of the system
 */
record PortOutage(String port, String reason, Instant since) {

    /** Returns the sentence for the time of the outage. */
    String lasting() {
        return "The lab has accepted no new connections on its %s port since %s: %s. It keeps trying."
                .formatted(port, time(), reason);
    }

    /** Returns the sentence for the time after it. */
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
