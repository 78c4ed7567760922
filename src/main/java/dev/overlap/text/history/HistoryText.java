package dev.overlap.text.history;

import dev.overlap.comparison.Comparison;
import dev.overlap.comparison.WorkerSweep;
import dev.overlap.plan.Quoting;
import dev.overlap.text.NumberFormats;
import dev.overlap.text.run.RunTitleText;
import dev.overlap.trace.Trace;

import java.nio.file.Path;
import java.util.stream.Collectors;

/** Sentences on the runs that are kept, and what is wrong with them. */
public final class HistoryText {

    public static final String GONE =
            "This run is no longer kept: it was deleted, or newer ones took its place.";
    public static final String TOO_LARGE =
            "This run is not kept: it would need more than the 200 MB that all kept runs may take."
                    + " Save it as a session to keep it.";
    public static final String FULL_OF_PINNED =
            "This run is not kept: the pinned ones take the 200 MB that kept runs may take."
                    + " Unpin or delete some.";

    private HistoryText() {}

    /** Returns what ran: the model and its workers. */
    public static String title(String modelName, Trace trace) {
        String workers = RunTitleText.workers(trace);
        return workers.isEmpty() ? modelName : modelName + RunTitleText.SEPARATOR + workers;
    }

    /** Returns what was compared. */
    public static String title(Comparison comparison) {
        int variants = comparison.entries().size();
        if (WorkerSweep.is(comparison)) {
            return WorkerSweep.of(comparison).model()
                    + RunTitleText.SEPARATOR
                    + (WorkerSweep.isOfLimits(comparison) ? "limits" : "workers")
                    + " "
                    + comparison.entries().stream()
                            .map(entry -> entry.variant().name())
                            .collect(Collectors.joining(", "));
        }
        return NumberFormats.count(variants, "model") + " compared";
    }

    /** Returns that the folder cannot be listed. */
    public static String notListed(Path folder, String reason) {
        return "The kept runs in " + quoted(folder) + " cannot be listed: " + reason + ".";
    }

    /** Returns that a run was not kept. */
    public static String notKept(Path folder, String reason) {
        return "This run could not be kept in "
                + quoted(folder)
                + ": "
                + reason
                + ". What was kept before is untouched.";
    }

    /** Returns that a name, a pin or a deletion was not written. */
    public static String notChanged(Path folder, String reason) {
        return "That could not be written in " + quoted(folder) + ": " + reason + ".";
    }

    /** Returns that not all runs were deleted. */
    public static String notForgotten(Path folder, String reason) {
        return "Not all kept runs in " + quoted(folder) + " could be deleted: " + reason + ".";
    }

    /** Returns that a file is no session. */
    public static String unreadable(Path file) {
        return quoted(file) + " is not a run that can be read. It is left where it is.";
    }

    /** Returns that a label was damaged. */
    public static String labelRemade(String title) {
        return "What was noted of the kept run "
                + Quoting.of(title)
                + " was damaged: it has lost its name, and is pinned.";
    }

    private static String quoted(Path path) {
        return "\"" + path + "\"";
    }
}
