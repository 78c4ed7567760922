package dev.overlap.text.comparison;

import dev.overlap.comparison.BusyRuns;
import dev.overlap.comparison.Comparison;
import dev.overlap.text.NumberFormats;
import dev.overlap.text.run.MachineLoadText;

/** Says that a machine was busy during runs of a comparison; identical everywhere. */
public final class BusyRunsText {

    private BusyRunsText() {}

    /** Returns the sentence from the results so far; empty if the machine was not busy. */
    public static String of(Comparison comparison) {
        BusyRuns runs = BusyRuns.of(comparison);
        String when = "in " + runs.busy() + " of " + NumberFormats.count(runs.runs(), "run");
        return MachineLoadText.of(runs.worst(), when);
    }

    /** Explains the sentence. */
    public static String help(Comparison comparison) {
        return MachineLoadText.help(BusyRuns.of(comparison).worst());
    }
}
