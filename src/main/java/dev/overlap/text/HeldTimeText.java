package dev.overlap.text;

import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;
import dev.overlap.trace.metrics.HeldTime;

/**
 * Says how much of the time for which a task of a watched program held its loop or its thread it
 * used a processor. The first figure is measured, the rest is derived from it.
 */
final class HeldTimeText {

    /** Shorter times are the ordinary work of a step, and the clock of a processor is coarse. */
    private static final long MIN_NANOS = 10_000_000;

    private HeldTimeText() {}

    /** Returns the sentence on a task that has ended; empty if there is nothing to say. */
    static String of(Trace trace, TaskTrack task, long untilNanos) {
        if (task.endNanos() > untilNanos) {
            return "";
        }
        HeldTime time = HeldTime.of(trace, task);
        return time == null || time.heldNanos() < MIN_NANOS ? "" : sentence(time);
    }

    /** Returns the sentence on a time; whoever kept a thread from running is not known. */
    static String sentence(HeldTime time) {
        long percent = Math.round(100.0 * time.cpuNanos() / time.heldNanos());
        String held = time.onLoop() ? " for which it held the loop" : " for which it could have";
        String computed =
                "Computed " + percent + " % of the " + DurationFormat.text(time.heldNanos()) + held;
        if (percent == 100) {
            return computed + ".";
        }
        String rest = "; did not run for " + (100 - percent) + " % (derived)";
        String others = time.onLoop() ? "." : ": others had the interpreter or the processor.";
        return computed + rest + others;
    }
}
