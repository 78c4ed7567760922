package dev.overlap.text.run;

import dev.overlap.text.DurationFormat;
import dev.overlap.text.NumberFormats;
import dev.overlap.trace.metrics.MachineLoad;

import java.util.ArrayList;
import java.util.List;

/** Says that a machine was busy during a run; identical in the window and in images. */
public final class MachineLoadText {

    private static final String BUSY = "This machine was busy";

    private static final String HELP =
            "Times are longer than they would be on a quiet machine. Close what"
                    + " else is running, then run it again.";

    private MachineLoadText() {}

    /** Returns the sentence; empty if the machine was not busy. */
    public static String of(MachineLoad load) {
        return of(load, "");
    }

    /**
     * Returns the sentence; empty if the machine was not busy.
     *
     * @param when during what, such as {@code in 2 of 15 runs}, or empty
     */
    public static String of(MachineLoad load, String when) {
        List<String> delays = new ArrayList<>();
        if (load.busyReplyNanos() > 0) {
            delays.add(
                    "replies came up to " + DurationFormat.text(load.busyReplyNanos()) + " late");
        }
        if (load.busyComputeNanos() > 0) {
            delays.add(
                    "computations had to wait up to "
                            + DurationFormat.text(load.busyComputeNanos())
                            + " for a processor");
        }
        return delays.isEmpty()
                ? ""
                : BUSY
                        + (when.isEmpty() ? "" : " " + when)
                        + ": "
                        + String.join(", and ", delays)
                        + ".";
    }

    /** Explains the sentence: what it means, and how often threads were preempted, if known. */
    public static String help(MachineLoad load) {
        return load.involuntarySwitches() <= 0
                ? HELP
                : HELP
                        + " The operating system preempted threads "
                        + NumberFormats.count(load.involuntarySwitches(), "time")
                        + ".";
    }
}
