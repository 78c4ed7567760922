package dev.overlap.text.interchange;

import static dev.overlap.text.NumberFormats.count;

import dev.overlap.plan.Quoting;

import java.util.ArrayList;
import java.util.List;

/** Sentences on archives of requests that are read. */
public final class ArchiveText {

    /** Of a file that is none. */
    public static final String NO_ARCHIVE = "This is not a HAR: it has no list of requests.";

    /** Of one without requests. */
    public static final String EMPTY = "This HAR holds no request.";

    private ArchiveText() {}

    /** Returns the sentence on a request without a reply, with the reason if there is one. */
    public static String noReply(String url, String reason) {
        return Quoting.of(url) + " had no reply" + (reason.isEmpty() ? "." : ": " + reason + ".");
    }

    /**
     * What was left out of an archive, or is not as it should be; a number of requests each.
     *
     * @param withoutAddress entries that name no address
     * @param withoutStart those that do not say when they began
     * @param tooMany those beyond the most that are read
     * @param odd those with a timing that cannot be
     * @param unequal those whose timings do not add up
     * @param coarse those with a total and no timings
     * @param unconnected those whose connection is not shown
     */
    public record FlawCounts(
            long withoutAddress,
            long withoutStart,
            long tooMany,
            long odd,
            long unequal,
            long coarse,
            long unconnected) {}

    /** Returns a sentence per kind. */
    public static List<String> notes(FlawCounts counts) {
        List<String> notes = new ArrayList<>();
        add(
                notes,
                counts.withoutAddress,
                "no address and is left out",
                "no address and are left out");
        add(
                notes,
                counts.withoutStart,
                "no readable start and is left out",
                "no readable start and are left out");
        if (counts.tooMany > 0) {
            notes.add(tooMany(counts.tooMany, "request"));
        }
        String impossible = "a timing that cannot be, which is left out";
        add(notes, counts.odd, impossible, impossible);
        add(
                notes,
                counts.unequal,
                "timings that do not add up to its time; the timings are drawn",
                "timings that do not add up to their time; the timings are drawn");
        add(
                notes,
                counts.coarse,
                "a time but no timings: it is drawn as wait",
                "a time but no timings: they are drawn as wait");
        String shared = "no connection here: several requests used it at once, or opened it twice";
        add(notes, counts.unconnected, shared, shared);
        return List.copyOf(notes);
    }

    private static void add(List<String> notes, long number, String one, String many) {
        if (number > 0) {
            notes.add(
                    count(number, "request")
                            + (number == 1 ? " has " + one : " have " + many)
                            + ".");
        }
    }

    /** Returns the sentence on what is beyond the most that is read. */
    public static String tooMany(long number, String singular) {
        return count(number, singular)
                + (number == 1 ? " is" : " are")
                + " left out: that is more than can be shown.";
    }

    /** Returns the sentence on a file that ends early, or is damaged. */
    public static String cut(long number, String singular) {
        return "The file is cut or damaged after "
                + count(number, singular)
                + ". What comes before is shown.";
    }

    /** Returns the sentence on a file of which not all is read. */
    public static String tooLarge(long number, String singular) {
        return "The file is read up to "
                + count(number, singular)
                + " only: it is larger, or nested deeper, than any such file should be.";
    }

    /** Returns the sentence on requests that a list cannot repeat, as they are no GET. */
    public static String otherMethod(long number, String method) {
        return count(number, Quoting.plain(method, 20) + " request")
                + (number == 1 ? " is" : " are")
                + " left out: a list makes only GET requests.";
    }

    /** Returns the sentence on requests whose address no list can hold. */
    public static String otherAddress(long number) {
        return count(number, "request")
                + (number == 1 ? " is" : " are")
                + " left out: "
                + (number == 1 ? "its address is" : "their addresses are")
                + " not of the web.";
    }

    /** Returns the sentence on requests to which the ones before them lead by a redirect. */
    public static String redirected(long number) {
        return count(number, "request")
                + (number == 1 ? " is" : " are")
                + " left out: a redirect leads there.";
    }
}
