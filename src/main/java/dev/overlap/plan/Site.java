package dev.overlap.plan;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

/** Something to do, as specified by a line of the site list. */
public sealed interface Site {

    /** Returns the site as shown to users, free of secrets. */
    String label();

    /** Returns the target of the first request, or null if the site makes none. */
    default @Nullable Address target() {
        return switch (this) {
            case Fetch(Address address) -> address;
            case Poll(Address address) -> address;
            case Compute _ -> null;
        };
    }

    /** A page to fetch over HTTP, following redirects. */
    record Fetch(Address address) implements Site {
        @Override
        public String label() {
            return address.label();
        }
    }

    /**
     * A job behind a polling API, started by a POST and polled until it is done.
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
     * A computation on this machine.
     *
     * @param time the CPU time that it takes alone on one core, in whole milliseconds, from one to
     *     {@link #LONGEST}
     */
    record Compute(Duration time) implements Site {

        static final Duration LONGEST = Duration.ofMinutes(10);

        public Compute {
            if (!takes(time)) {
                throw new IllegalArgumentException(
                        "A computation takes 1 ms to 10 minutes, in whole milliseconds.");
            }
        }

        /** Returns whether a computation may have this length. */
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
