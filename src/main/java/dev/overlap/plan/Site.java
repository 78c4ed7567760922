package dev.overlap.plan;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

/** One thing to do, as a line of the site list names it. */
public sealed interface Site {

    /** The site as people see it, free of secrets. */
    String label();

    /** Where its first request goes, or null for a site that makes none. */
    default @Nullable Address target() {
        return switch (this) {
            case Fetch(Address address) -> address;
            case Poll(Address address) -> address;
            case Compute _ -> null;
        };
    }

    /** A page to get over HTTP, redirects included. */
    record Fetch(Address address) implements Site {
        @Override
        public String label() {
            return address.label();
        }
    }

    /**
     * A job behind a polling API: to be started by a POST, and asked for until it is done.
     *
     * @param address where jobs are started
     */
    record Poll(Address address) implements Site {
        @Override
        public String label() {
            return "poll:" + address.label();
        }
    }

    /**
     * Arithmetic on this machine's own processor.
     *
     * @param time the CPU time that it takes alone on one core, in whole milliseconds, at least one
     *     and at most {@link #LONGEST}
     */
    record Compute(Duration time) implements Site {

        /** Ten minutes. */
        static final Duration LONGEST = Duration.ofMinutes(10);

        public Compute {
            if (!takes(time)) {
                throw new IllegalArgumentException(
                        "A computation takes 1 ms to 10 minutes, in whole milliseconds.");
            }
        }

        /** Whether there is a computation of this length. */
        static boolean takes(Duration time) {
            return time.compareTo(LONGEST) <= 0
                    && time.toMillis() >= 1
                    && time.equals(time.truncatedTo(ChronoUnit.MILLIS));
        }

        @Override
        public String label() {
            return "cpu:" + time.toMillis() + "ms";
        }
    }
}
