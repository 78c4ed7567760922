package dev.overlap.ui.comparison;

import dev.overlap.comparison.Comparison;

import org.jspecify.annotations.Nullable;

/**
 * Leaves out the start-up of workers on demand. Remembers the last result, because it visits every
 * task.
 *
 * <p>Threads: JavaFX thread only.
 */
final class StartUpFilter {

    private @Nullable Comparison source;
    private @Nullable Comparison filtered;

    /** Returns the results, without the start-up of workers if that is to be left out. */
    @Nullable Comparison of(@Nullable Comparison results, boolean without) {
        if (results == null || !without) {
            return results;
        }
        Comparison last = filtered;
        if (last == null || !results.equals(source)) {
            last = results.withoutStartUp();
            source = results;
            filtered = last;
        }
        return last;
    }
}
