package dev.overlap.text.interchange;

import static dev.overlap.text.NumberFormats.count;

import java.util.ArrayList;
import java.util.List;

/** Sentences on files of trace events that are read. */
public final class TraceFileText {

    /** Of a file that is none. */
    public static final String NO_TRACE = "This is not a Chrome trace: it has no list of events.";

    /** Of one without anything that can be drawn. */
    public static final String EMPTY = "This Chrome trace holds nothing with a begin and an end.";

    /** What all such drawings have in common. */
    public static final String PHASES =
            "A trace does not say what a thread did: what went on on a thread is drawn as compute,"
                    + " and what went on beside it as wait.";

    private TraceFileText() {}

    /**
     * What was left out of a file, or is not as it should be.
     *
     * @param inner slices inside others
     * @param frames slices that hold nearly all of their thread
     * @param overlapping slices that overlap without one holding the other
     * @param open slices that never end
     * @param unmatched ends without a begin
     * @param untimed events without a readable time
     * @param flows ends of arrows
     * @param counters values of counters
     * @param instants events of one instant
     * @param others events of other kinds
     * @param tooManyRows slices that have no row
     * @param tooManyEvents events beyond the most that are kept
     */
    public record LeftOutCounts(
            long inner,
            long frames,
            long overlapping,
            long open,
            long unmatched,
            long untimed,
            long flows,
            long counters,
            long instants,
            long others,
            long tooManyRows,
            long tooManyEvents) {}

    /** Returns a sentence per kind. */
    public static List<String> notes(LeftOutCounts counts) {
        List<String> notes = new ArrayList<>();
        addSlices(
                notes,
                counts.frames,
                new Verb("takes", "take"),
                "up nearly the whole trace: what lies inside is drawn instead.");
        addSlices(notes, counts.inner, new Verb("lies", "lie"), "in others, without a row.");
        addSlices(
                notes,
                counts.overlapping,
                new Verb("reaches", "reach"),
                "into the next one on the same thread, which is drawn from there on.");
        addSlices(
                notes, counts.open, new Verb("has", "have"), "no end: drawn to that of the trace.");
        addNotShown(notes, counts.unmatched, "end without a begin", "ends without a begin");
        addNotShown(
                notes,
                counts.untimed,
                "event without a readable time",
                "events without a readable time");
        addNotShown(notes, counts.flows, "end of an arrow", "ends of arrows");
        addNotShown(notes, counts.counters, "value of a counter", "values of counters");
        addNotShown(notes, counts.instants, "event of one instant", "events of one instant");
        addNotShown(notes, counts.others, "event of another kind", "events of other kinds");
        if (counts.tooManyRows > 0) {
            notes.add(
                    "No more rows can be shown: only the lanes show "
                            + count(counts.tooManyRows, "slice")
                            + " more.");
        }
        if (counts.tooManyEvents > 0) {
            notes.add(ArchiveText.tooMany(counts.tooManyEvents, "event"));
        }
        return List.copyOf(notes);
    }

    private record Verb(String one, String many) {}

    private static void addSlices(List<String> notes, long number, Verb verb, String rest) {
        if (number > 0) {
            String does = number == 1 ? verb.one : verb.many;
            notes.add(count(number, "slice") + " " + does + " " + rest);
        }
    }

    private static void addNotShown(List<String> notes, long number, String one, String many) {
        if (number > 0) {
            notes.add(
                    count(number)
                            + " "
                            + (number == 1 ? one + " is" : many + " are")
                            + " not shown.");
        }
    }
}
