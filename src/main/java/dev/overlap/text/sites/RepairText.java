package dev.overlap.text.sites;

import dev.overlap.plan.SiteLine;
import dev.overlap.plan.repair.LineAdvice;
import dev.overlap.plan.repair.Repair;
import dev.overlap.text.NumberFormats;

import java.util.stream.Collectors;

/** Says what is wrong with lines, and what was repaired. */
public final class RepairText {

    public static final String SHOW = "Show";
    public static final String NEXT = "Next";
    public static final String MEND_ALL = "Mend";
    public static final String UNDO = "Undo";
    public static final String DISMISS = "Close this bar";
    public static final String SHOW_ACCESSIBLE = "Show the next repaired line and what it was.";
    public static final String NEXT_ACCESSIBLE = "Go to the next line that is not understood.";
    public static final String MEND_ALL_ACCESSIBLE = "Change all doubtful lines as proposed.";
    public static final String UNDO_ACCESSIBLE = "Undo the paste.";

    private RepairText() {}

    /** Says what is wrong with a line, in a few words if there is a repair for it. */
    public static String sentence(LineAdvice lineAdvice) {
        Repair repair = lineAdvice.repair();
        return repair == null ? lineAdvice.sentence() : sentence(repair);
    }

    /** Warns of a line that is understood, with what would be written instead, if that is known. */
    public static String doubt(LineAdvice lineAdvice) {
        String mended =
                lineAdvice.mended().stream().map(SiteLine::text).collect(Collectors.joining(", "));
        return "warning: "
                + lineAdvice.sentence()
                + (mended.isEmpty() ? "" : " Is " + mended + " meant?");
    }

    /** Says what is wrong, or was. */
    static String sentence(Repair repair) {
        return switch (repair.form()) {
            case BULLET -> "A bullet is in front.";
            case NUMBER -> "A number is in front.";
            case QUOTATION -> "A > is in front.";
            case WRAPPER -> "Quotes or brackets are around it.";
            case MARKDOWN -> "This is a Markdown link.";
            case HTML -> "This is HTML.";
            case CURL -> "This is a curl command." + leftOut(repair.detail());
            case SEVERAL -> "A line holds one address.";
            case COUNT -> "A count is written as x3.";
            case COLUMN -> "This is a row of a table.";
            case HEADER -> "This is the head of a table.";
            case WORDS -> "More than an address.";
            case BLANKS -> "Blanks are missing.";
            case SCHEME -> "Is " + repair.detail() + " meant?";
            case INVISIBLE -> "It has invisible characters.";
            case BRACKETS -> "An IPv6 address needs brackets.";
            case MISPLACED -> "off stands first, x3 last.";
            case BRACE -> "A } is missing.";
            case LAB_PATH -> "The lab has no such path.";
        };
    }

    private static String leftOut(String detail) {
        return switch (detail) {
            case "" -> "";
            case "options" -> " Its options are left out.";
            default -> " Its method " + detail + " is left out: a list fetches with GET.";
        };
    }

    /** The words on the button that repairs a line. */
    public static String button(Repair repair) {
        return switch (repair.form()) {
            case BULLET, NUMBER, QUOTATION, WRAPPER, INVISIBLE -> "Remove";
            case MARKDOWN, HTML, CURL, COLUMN, WORDS -> "Take address";
            case SEVERAL -> "Split";
            case COUNT -> "Write x3";
            case HEADER -> "Comment out";
            case BLANKS, BRACKETS -> "Insert";
            case SCHEME -> "Yes";
            case MISPLACED -> "Move";
            case BRACE -> "Add }";
            case LAB_PATH -> repair.detail();
        };
    }

    /** Says what a paste was: {@code 18 lines: 12 taken}. */
    public static String pasted(int lines, int taken) {
        return NumberFormats.count(lines, "line") + ": " + NumberFormats.count(taken) + " taken";
    }

    public static String repaired(int lines) {
        return NumberFormats.count(lines) + " repaired";
    }

    public static String notUnderstood(int lines) {
        return NumberFormats.count(lines) + " not understood";
    }

    public static String doubtful(int lines) {
        return NumberFormats.count(lines) + " doubtful";
    }

    /** Says what one of several repaired lines was. */
    public static String was(int number, int of, Repair repair, String written) {
        return "%s of %s. %s It was: %s"
                .formatted(
                        NumberFormats.count(number),
                        NumberFormats.count(of),
                        sentence(repair),
                        written.strip());
    }
}
