package dev.overlap.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for something that other threads bring about. */
public final class Eventually {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofMillis(1);

    private Eventually() {}

    /** Returns as soon as the condition holds; fails if it does not within a minute. */
    public static void holds(String what, BooleanSupplier condition) {
        long begin = System.nanoTime();
        while (!condition.getAsBoolean()) {
            assertThat(Duration.ofNanos(System.nanoTime() - begin))
                    .as("still waiting until %s", what)
                    .isLessThan(LIMIT);
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }
}
