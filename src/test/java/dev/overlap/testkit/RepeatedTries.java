package dev.overlap.testkit;

/**
 * Checks upper bounds on times: a busy machine exceeds such a bound occasionally, but a program
 * that is too slow exceeds it every time.
 */
public final class RepeatedTries {

    private static final int MAX_TRIES = 5;

    private RepeatedTries() {}

    /** The attempt; an {@link AssertionError} means that it failed this time. */
    public interface Try<E extends Exception> {
        void run() throws E;
    }

    /** Returns as soon as one try holds; fails as the last one does. */
    public static <E extends Exception> void holdsOnce(Try<E> assertions) throws E {
        for (int tried = 1; tried < MAX_TRIES; tried++) {
            try {
                assertions.run();
                return;
            } catch (AssertionError _) {
                // this time; the last one decides
            }
        }
        assertions.run();
    }
}
