package dev.overlap.lab;

import java.util.Iterator;

/**
 * Runs several closing steps in order, each regardless of what the ones before have thrown. The
 * first exception is thrown; later ones are suppressed by it.
 */
final class CloseSequence {

    private CloseSequence() {}

    /** The remaining steps, which try-with-resources runs in any case. */
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
