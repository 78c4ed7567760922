package dev.overlap.text.session;

import static dev.overlap.text.NumberFormats.count;

import java.util.ArrayList;
import java.util.List;

/** Sentences on event logs and sessions. */
public final class SessionText {

    /** Of a file that is none. */
    public static final String NO_LOG = "This is neither a session nor an event log of Overlap.";

    /** Of one that is of no known type. */
    public static final String NO_RUN_FILE =
            "This is no file with a run: neither a session or event log of Overlap, nor a log of"
                    + " Overlap events, nor a HAR, nor a Chrome trace.";

    /** Of one without content. */
    public static final String NO_RUN = "This file holds no run: it ends before one begins.";

    /** Of one that does not fit into the memory. */
    public static final String TOO_LARGE_FOR_MEMORY =
            "This file holds more than fits into the memory of Overlap.";

    /** Of a run in progress when it was saved. */
    public static final String UNFINISHED = "The run had not ended when it was saved.";

    private SessionText() {}

    /**
     * Returns the sentence on what a newer version has written and this one does not know; empty
     * for nothing.
     */
    public static List<String> leftOut(long events, long fields, long values) {
        List<String> parts = new ArrayList<>();
        add(parts, events, "event");
        add(parts, fields, "field");
        add(parts, values, "value");
        if (parts.isEmpty()) {
            return List.of();
        }
        String last = parts.removeLast();
        String all = parts.isEmpty() ? last : String.join(", ", parts) + " and " + last;
        String verb = events + fields + values == 1 ? " was" : " were";
        return List.of(all + " of a newer version of Overlap" + verb + " left out.");
    }

    private static void add(List<String> parts, long number, String noun) {
        if (number > 0) {
            parts.add(count(number, noun));
        }
    }

    /** Returns the sentence on a file whose end is missing. */
    public static String cutAt(long line) {
        return "The file is cut at line " + count(line) + ". What comes before it is shown.";
    }

    /** Returns the sentence on a file with something in it that is no event. */
    public static String brokenAt(long line) {
        return "The file is damaged at line " + count(line) + ". What comes before it is shown.";
    }

    /** Returns the sentence on a file whose compressed content is damaged. */
    public static String unpackableAt(long line) {
        return "The file cannot be unpacked any further than line "
                + count(line)
                + ". What comes before it is shown.";
    }

    /** Returns the sentence on a file that is far larger than it seems. */
    public static String tooLarge(long line) {
        return "The file is read up to line "
                + count(line)
                + " only: unpacked, it is larger than any session.";
    }

    /** Returns the sentence on runs of a comparison that are not whole. */
    public static String runsLeftOut(long runs) {
        return count(runs, "run")
                + (runs == 1 ? ", which is" : ", which are")
                + " not whole, "
                + (runs == 1 ? "was" : "were")
                + " left out of the comparison.";
    }
}
