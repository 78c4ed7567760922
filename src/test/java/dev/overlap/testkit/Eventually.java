package dev.overlap.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waits for a condition that other threads bring about. */
public final class Eventually {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofMillis(1);

    private Eventually() {}

    /**
     * A condition that is checked repeatedly.
     *
     * @param <E> what a check may throw
     */
    public interface Check<E extends Exception> {
        boolean holds() throws E;
    }

    /** Returns as soon as the condition holds; fails if it does not within a minute. */
    public static <E extends Exception> void holds(String what, Check<E> check) throws E {
        long begin = System.nanoTime();
        while (!check.holds()) {
            assertThat(Duration.ofNanos(System.nanoTime() - begin))
                    .as("still waiting until %s", what)
                    .isLessThan(LIMIT);
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }
}
