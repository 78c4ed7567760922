package dev.overlap.plan.repair;

import dev.overlap.plan.LineMeaning;
import dev.overlap.plan.SiteLine;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The text of a line while it is repaired, without its comment.
 *
 * @param bodies one text, or several if the line held several addresses
 */
record RepairDraft(List<String> bodies, Repair repair) {

    /** The begin of an address that cannot be anything else, within any quotation mark. */
    static final String ADDRESS_BEGIN = "(?:(?i:https?)://|(?i:(?:poll:)?lab):/|(?i:poll):|www\\.)";

    private static final Pattern OFF = Pattern.compile("^off\\s+");

    static RepairDraft of(String body, Repair.Form form) {
        return new RepairDraft(List.of(body), Repair.of(form));
    }

    /** Returns the same with the comment of the line, which stays with the first text. */
    RepairDraft with(String comment) {
        if (comment.isEmpty()) {
            return this;
        }
        List<String> commented = new ArrayList<>(bodies);
        commented.set(0, bodies.getFirst() + " " + comment);
        return new RepairDraft(List.copyOf(commented), repair);
    }

    /** Returns the texts as lines of a list. */
    List<SiteLine> lines() {
        return bodies.stream().map(SiteLine::parse).toList();
    }

    /**
     * Returns whether a text is understood, and as something that nobody writes by chance: a bare
     * word is a valid host, but may as well be a word.
     */
    static boolean isCertain(String body) {
        return switch (SiteLine.parse(body).meaning()) {
            case LineMeaning.Problem _, LineMeaning.Nothing _ -> false;
            case LineMeaning.Queue _ -> true;
            case LineMeaning.Entry _ -> isAddressLike(body);
        };
    }

    private static boolean isAddressLike(String body) {
        String first = OFF.matcher(body.strip()).replaceFirst("").split("\\s", 2)[0];
        return first.indexOf(':') >= 0 || first.indexOf('.') > 0;
    }

    /** Returns whether a text may have several steps, whose words must stay as they are. */
    static boolean mayHaveSteps(String body) {
        return body.contains("->") || body.indexOf('{') >= 0 || body.indexOf('}') >= 0;
    }
}
