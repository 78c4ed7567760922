package dev.overlap.testkit;

/**
 * Holds bounds from above on times: a machine that is busy with other things breaks such a bound
 * now and then, but a program that takes too long breaks it every time.
 */
public final class RepeatedTries {

    private static final int MAX_TRIES = 5;

    private RepeatedTries() {}

    /** What is tried; an {@link AssertionError} says that it did not hold this time. */
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
