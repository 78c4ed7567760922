package dev.overlap.text.history;

import dev.overlap.comparison.Comparison;
import dev.overlap.comparison.WorkerSweep;
import dev.overlap.plan.Quoting;
import dev.overlap.text.DurationFormat;
import dev.overlap.text.NumberFormats;
import dev.overlap.text.comparison.ComparisonText;
import dev.overlap.text.run.RunTitleText;
import dev.overlap.trace.Trace;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Sentences on the runs that are kept, and what is wrong with them. */
public final class HistoryText {

    public static final String FILE = "File";
    public static final String FILE_HELP = "Open and save runs, and say what is kept of them";
    public static final String OPEN = "Open a run\u2026";
    public static final String SAVE_SESSION = "Save session\u2026";
    public static final String KEEP_RUNS = "Keep runs";
    public static final String UNDO_DELETION = "Restore the deleted run";
    public static final String FORGET_MENU = "Forget all kept runs\u2026";
    public static final String RUN_IN_PROGRESS =
            "A run is in progress. Stop it first, or wait until it has ended.";
    public static final String USE_AS_LIST = "Use as a list";
    public static final String USE_AS_LIST_HELP =
            "Put the requests of this file into the list of sites. Undo brings the old list back.";
    public static final String ALL_SHOWN = "all of it is shown.";
    public static final String CLOSE_NOTES = "Close these notes";
    public static final String FEWER_NOTES = "Show less";
    public static final String READER_FAULT = "Overlap itself failed. The log says more.";
    public static final String NO_SUCH_FILE = "there is no such file";
    public static final String STRIP = "Kept runs, the newest first";
    public static final String SHOW = "Show";
    public static final String COMPARE = "Compare side by side";
    public static final String COMPARE_HELP =
            "Show the selected runs as variants on one time axis (Enter).";
    public static final String RENAME = "Rename";
    public static final String PIN = "Pin";
    public static final String UNPIN = "Unpin";
    public static final String DELETE = "Delete";
    public static final String SAVE_AS = "Save as\u2026";
    public static final String EXPORT = "Export";
    public static final String NAME_FIELD = "Name of the run. Enter keeps it, Esc does not.";
    public static final String FORGET_TITLE = "Forget all kept runs?";
    public static final String FORGET = "Forget all";
    public static final String NOTHING_KEPT = "No run is kept.";
    public static final String NOTHING_DELETED = "No run has been deleted that could be restored.";
    public static final String FAULT =
            "This kept run cannot be used because of a fault in Overlap. The log says more.";

    public static final String GONE =
            "This run is no longer kept: it was deleted, or newer ones took its place.";
    public static final String TOO_LARGE =
            "This run is not kept: it would need more than the 200 MB that all kept runs may take."
                    + " Save it as a session to keep it.";
    public static final String FULL_OF_PINNED =
            "This run is not kept: the pinned ones take the 200 MB that kept runs may take."
                    + " Unpin or delete some.";

    private static final DateTimeFormatter TIME = format("HH:mm");
    private static final DateTimeFormatter DAY = format("d MMM, HH:mm");
    private static final DateTimeFormatter YEAR = format("d MMM uuuu");
    private static final DateTimeFormatter SECOND = format("d MMM, HH:mm:ss");
    private static final DateTimeFormatter FULL = format("d MMMM uuuu, HH:mm");

    private HistoryText() {}

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH)
                .withZone(ZoneId.systemDefault());
    }

    /**
     * Returns the wall time and the date, as short as it can be said today.
     *
     * @param wallNanos -1 if unknown
     */
    public static String caption(long wallNanos, Instant begun, Instant now) {
        return wall(wallNanos) + RunTitleText.SEPARATOR + date(begun, now);
    }

    private static String date(Instant begun, Instant now) {
        LocalDate day = LocalDate.ofInstant(begun, ZoneId.systemDefault());
        LocalDate today = LocalDate.ofInstant(now, ZoneId.systemDefault());
        if (day.equals(today)) {
            return TIME.format(begun);
        }
        return (day.getYear() == today.getYear() ? DAY : YEAR).format(begun);
    }

    private static String wall(long wallNanos) {
        return wallNanos < 0 ? "not finished" : DurationFormat.text(wallNanos);
    }

    /** Returns all that is known of a kept run, as a sentence. */
    public static String sentence(String what, long wallNanos, Instant begun, boolean pinned) {
        return what
                + RunTitleText.SEPARATOR
                + wall(wallNanos)
                + RunTitleText.SEPARATOR
                + FULL.format(begun)
                + (pinned ? ". Pinned." : ".");
    }

    /** Returns where a run on the screen comes from. */
    public static String kept(Instant begun) {
        return "kept " + FULL.format(begun);
    }

    /** Returns from which file a run comes, and when it was made. */
    public static String opened(String file, Instant begun) {
        return "from " + file + ", " + FULL.format(begun);
    }

    /** Returns that a file is being opened. */
    public static String opening(Path file) {
        return "Opening " + file + ".";
    }

    /** Returns that a file was opened. */
    public static String openedFile(Path file) {
        return "Opened " + file + ".";
    }

    /**
     * Returns that a file was not opened.
     *
     * @param reason a sentence, or a clause
     */
    public static String notOpened(Path file, @Nullable String reason) {
        String why = reason == null ? "the system refuses it" : reason;
        return quoted(file) + " cannot be opened: " + why + (why.endsWith(".") ? "" : ".");
    }

    /** Returns the words that show further sentences. */
    public static String moreNotes(int more) {
        return "Show " + NumberFormats.count(more) + " more";
    }

    /** Returns that the requests of a file are now the list. */
    public static String usedAsList(int lines, List<String> notes) {
        return "The list has "
                + NumberFormats.count(lines, "line")
                + " of the file."
                + (notes.isEmpty() ? "" : " " + String.join(" ", notes));
    }

    /** Returns that one or several runs were deleted. */
    public static String deleted(String name, int runs) {
        return "Deleted "
                + (runs == 1 ? Quoting.of(name) : NumberFormats.count(runs, "kept run"))
                + ". Ctrl+Z among the kept runs, or File, restores "
                + (runs == 1 ? "it." : "them.");
    }

    /** Returns that runs were restored. */
    public static String restored(int runs) {
        return "Restored " + NumberFormats.count(runs, "kept run") + ".";
    }

    /** Returns the question before all are deleted. */
    public static String forgetQuestion(int runs, long pinned) {
        return (runs == 1 ? "The one kept run is" : "All " + runs + " kept runs are")
                + " deleted from this computer"
                + (pinned == 0 ? "" : ", also the " + NumberFormats.count(pinned) + " pinned")
                + ". This cannot be undone.";
    }

    /** Returns that all were deleted. */
    public static String forgotten(int runs) {
        return "Forgot " + NumberFormats.count(runs, "run") + ".";
    }

    /**
     * What a run can be called.
     *
     * @param name given by the user; empty if none was
     * @param title its model and its workers
     */
    public record Naming(String name, String title, Instant begun) {

        /** Returns the ways to call it, from the shortest to the one that always tells. */
        private List<String> ways() {
            String model = title.split(RunTitleText.SEPARATOR, 2)[0];
            String shortName = name.isEmpty() ? model : name;
            return List.of(
                    shortName,
                    name.isEmpty() ? title : name,
                    shortName + RunTitleText.SEPARATOR + SECOND.format(begun));
        }
    }

    /**
     * Returns names that tell runs apart: each as short as it can be among the others. The number
     * of equal ones that began in the same second follows.
     */
    public static List<String> distinct(List<Naming> runs) {
        List<String> names = new ArrayList<>();
        for (Naming run : runs) {
            String name = shortest(run, runs);
            names.add(names.contains(name) ? name + " (" + (names.size() + 1) + ")" : name);
        }
        return List.copyOf(names);
    }

    private static String shortest(Naming run, List<Naming> runs) {
        List<String> ways = run.ways();
        for (int i = 0; i < ways.size(); i++) {
            int way = i;
            String name = ways.get(i);
            if (runs.stream().filter(it -> it.ways().get(way).equals(name)).count() == 1) {
                return name;
            }
        }
        return ways.getLast();
    }

    /** Returns the name of a file for a run. */
    public static String fileName(String name, String extension) {
        String plain = name.replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
        return "overlap-"
                + (plain.isEmpty() ? "run" : plain.toLowerCase(Locale.ROOT))
                + "."
                + extension;
    }

    /** Returns what ran: the model and its workers. */
    public static String title(String modelName, Trace trace) {
        String workers = RunTitleText.workers(trace);
        return workers.isEmpty() ? modelName : modelName + RunTitleText.SEPARATOR + workers;
    }

    /** Returns what was compared. */
    public static String title(Comparison comparison) {
        int variants = comparison.entries().size();
        if (comparison.isSideBySide()) {
            return ComparisonText.sideBySide(comparison);
        }
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
