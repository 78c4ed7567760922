package dev.overlap.session.history;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Makes ids that sort by their time, and that no other program makes: {@code
 * 20261128-204459-123-9f3a01c2}, in UTC. Threads: one at a time.
 */
final class EntryIds {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss-SSS", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private final SecureRandom random = new SecureRandom();
    private final Clock clock;
    private long latest;

    EntryIds(Clock clock) {
        this.clock = clock;
    }

    String next() {
        latest = Math.max(clock.millis(), latest + 1);
        byte[] rest = new byte[4];
        random.nextBytes(rest);
        return TIME.format(Instant.ofEpochMilli(latest)) + "-" + HexFormat.of().formatHex(rest);
    }
}
