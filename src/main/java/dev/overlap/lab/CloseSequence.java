package dev.overlap.lab;

import java.util.Iterator;

/**
 * Ends many things in their order, each of them whatever the ones before have thrown. What was
 * thrown first comes out, and what came later is suppressed by it.
 */
final class CloseSequence {

    private CloseSequence() {}

    /** What is left to be done; close is what the language calls whatever happens. */
    private interface Rest extends AutoCloseable {
        @Override
        void close();
    }

    static void end(Iterator<? extends Runnable> steps) {
        if (steps.hasNext()) {
            Runnable step = steps.next();
            try (Rest _ = () -> end(steps)) {
                step.run();
            }
        }
    }
}
