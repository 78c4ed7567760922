package dev.overlap.plan;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * The settings of a run, apart from its sites and its model.
 *
 * @param workers the number of workers, 1 to {@value #MAX_WORKERS}; if empty, a pool has {@value
 *     #DEFAULT_WORKERS}, and a model that only limits its workers has no limit
 * @param timeout how long one task may take from its worker's first step on, at most an hour
 * @param repeat how often the whole list is run, 1 to {@value #MAX_REPEATS}
 * @param connections how connections are used
 * @param rules how tasks affect each other
 */
public record Settings(
        OptionalInt workers,
        Duration timeout,
        int repeat,
        ConnectionSettings connections,
        RunRules rules) {

    /** The default size of a pool. */
    public static final int DEFAULT_WORKERS = 4;

    public static final int MAX_WORKERS = 1_000;
    public static final int MAX_REPEATS = 10_000;
    static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(10);
    public static final Duration MAX_TIMEOUT = Duration.ofHours(1);

    /** The model's number of workers, the default timeout, and no repetition. */
    public static final Settings DEFAULT =
            new Settings(
                    OptionalInt.empty(),
                    DEFAULT_TIMEOUT,
                    1,
                    ConnectionSettings.DEFAULT,
                    RunRules.DEFAULT);

    public Settings {
        int asked = workers.orElse(DEFAULT_WORKERS);
        if (asked < 1 || asked > MAX_WORKERS) {
            throw new IllegalArgumentException(
                    "The number of workers must be between 1 and " + MAX_WORKERS + ".");
        }
        if (repeat < 1 || repeat > MAX_REPEATS) {
            throw new IllegalArgumentException("The list must run 1 to " + MAX_REPEATS + " times.");
        }
        if (timeout.compareTo(Duration.ofMillis(1)) < 0 || timeout.compareTo(MAX_TIMEOUT) > 0) {
            throw new IllegalArgumentException("The timeout must be between 1 ms and 1 hour.");
        }
    }

    /**
     * Returns the default number of helper threads of a loop, which is that of Python's default
     * executor (documentation of {@code concurrent.futures.ThreadPoolExecutor}).
     */
    public static int usualHelpers() {
        return Math.min(32, Runtime.getRuntime().availableProcessors() + 4);
    }

    /** Creates settings with {@link ConnectionSettings#DEFAULT} and {@link RunRules#DEFAULT}. */
    public Settings(int workers, Duration timeout, int repeat) {
        this(
                OptionalInt.of(workers),
                timeout,
                repeat,
                ConnectionSettings.DEFAULT,
                RunRules.DEFAULT);
    }

    public Settings withWorkers(int workers) {
        return withWorkers(OptionalInt.of(workers));
    }

    public Settings withWorkers(OptionalInt workers) {
        return new Settings(workers, timeout, repeat, connections, rules);
    }

    public Settings withTimeout(Duration timeout) {
        return new Settings(workers, timeout, repeat, connections, rules);
    }

    public Settings withRepeat(int repeat) {
        return new Settings(workers, timeout, repeat, connections, rules);
    }

    public Settings withConnections(ConnectionSettings connections) {
        return new Settings(workers, timeout, repeat, connections, rules);
    }

    public Settings withRules(RunRules rules) {
        return new Settings(workers, timeout, repeat, connections, rules);
    }
}
