package dev.overlap.text.program;

import java.time.Duration;
import java.util.Locale;

/**
 * Says how much of the time for which a step had its loop or its thread it used a processor. The
 * first figure is measured, the rest is derived from it.
 */
final class HeldTimeText {

    private HeldTimeText() {}

    /**
     * Returns the sentence on a step that held its loop.
     *
     * @param held for how long; more than zero
     * @param computed the processor time of its thread meanwhile
     */
    static String ofLoop(Duration held, Duration computed) {
        return sentence("held the loop", held, computed) + ".";
    }

    /**
     * Returns the sentence on a thread that computed, with what kept it from running.
     *
     * @param gil whether the interpreter has a global lock; without one it is not named
     */
    static String ofThread(Duration held, Duration computed, boolean gil) {
        String others =
                gil
                        ? ": other threads had the GIL, or other programs the processor"
                        : ": other threads or programs had the processor";
        return sentence("could have", held, computed)
                + (percent(held, computed) < 100 ? others : "")
                + ".";
    }

    private static String sentence(String what, Duration held, Duration computed) {
        long percent = percent(held, computed);
        return String.format(
                Locale.ROOT,
                "computed %d %% of the time it %s; did not run for %d %% (derived)",
                percent,
                what,
                100 - percent);
    }

    /** A clock of the processor may be coarser than the clock on the wall. */
    private static long percent(Duration held, Duration computed) {
        if (held.isZero() || held.isNegative()) {
            return 100;
        }
        return Math.clamp(Math.round(100.0 * computed.toNanos() / held.toNanos()), 0, 100);
    }
}
