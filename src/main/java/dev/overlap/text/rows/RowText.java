package dev.overlap.text.rows;

import dev.overlap.text.NumberFormats;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The texts about which rows a timeline shows, and in which order. */
public final class RowText {

    private static final String SEPARATOR = " \u00b7 ";

    private RowText() {}

    public static final String LIST_ORDER = "Order of the list";
    public static final String BY_START = "Start";
    public static final String BY_END = "End";
    public static final String BY_DURATION = "Duration";
    public static final String BY_STATUS = "Status";
    public static final String BY_HOST = "Host";
    public static final String NO_GROUPS = "None";
    public static final String NO_HOST = "no host";

    public static final String ANSWERED = "answered";
    public static final String HTTP_ERROR = "HTTP error";
    public static final String COMPUTED = "computed";
    public static final String DONE = "done";
    public static final String FAILED = "failed";
    public static final String CANCELLED = "cancelled";
    public static final String NOT_ENDED = "not ended";

    public static final String NO_MATCH = "No task matches the filter.";
    public static final String NOTHING_FOUND = "none";

    public static final String ARRANGE = "Arrange";
    public static final String ARRANGE_HELP =
            "Sort, group, filter and pin the rows of tasks, and choose the phases to draw.";
    public static final String SORT_BY = "Sort by";
    public static final String DESCENDING = "Descending";
    public static final String GROUP_BY = "Group by";
    public static final String ONLY_STATUS = "Only with outcome";
    public static final String ONLY_HOST = "Only to host";
    public static final String ONLY_PHASE = "Only with phase";
    public static final String DRAWN_PHASES = "Phases drawn";
    public static final String ALL = "All";
    public static final String ARROWS = "Arrows of the selected task (L)";
    public static final String PIN_SELECTED = "Pin the selected task (P)";
    public static final String UNPIN_SELECTED = "Unpin the selected task (P)";
    public static final String UNPIN_ALL = "Unpin all";
    public static final String SHOW_ALL = "Show all";
    public static final String SHOW_ALL_HELP = "Remove the filter, and draw every phase.";
    public static final String ONLY_TASKS_ARE_SORTED = "Rows by task can be sorted and filtered";

    public static final String PIN = "Pin (P)";
    public static final String UNPIN = "Unpin (P)";
    public static final String ZOOM_TO_IT = "Zoom to it";
    public static final String COPY_LINE = "Copy the line";
    public static final String COPY_URL = "Copy the URL";
    public static final String COPY_FIGURES = "Copy its figures";
    public static final String OPEN_URL = "Open in the browser";
    public static final String REPEAT = "Repeat in the list";
    public static final String SHOW_ARROWS = "Show arrows (L)";
    public static final String HIDE_ARROWS = "Hide arrows (L)";
    public static final String COPIED = "Copied.";
    public static final String NOT_IN_LIST = "The list has no such line any more.";

    /** {@code Only answered}, {@code Only example.org}. */
    public static String only(String what) {
        return "Only " + what;
    }

    /** The last entry of a menu of hosts that is too long. */
    public static String moreHosts(int count) {
        return NumberFormats.count(count, "more host") + ": use the context menu of a row";
    }

    /** {@code 7 of 20 rows shown}. */
    public static String shown(int shown, int all) {
        return NumberFormats.count(shown) + " of " + NumberFormats.count(all, "row") + " shown";
    }

    /**
     * {@code 13 tasks not shown: only failed}, and how many there was no room for.
     *
     * @param evenly the number of tasks left out for lack of room
     * @param filtered the number of tasks that do not meet the conditions
     */
    public static String leftOut(int evenly, int filtered, List<String> conditions) {
        List<String> remarks = new ArrayList<>();
        if (evenly > 0) {
            remarks.add("and " + NumberFormats.count(evenly, "more task") + ", left out evenly");
        }
        if (filtered > 0) {
            remarks.add(NumberFormats.count(filtered, "task") + " not shown" + because(conditions));
        }
        return join(remarks);
    }

    /** {@code : failed · example.org}, or nothing without conditions. */
    public static String because(List<String> conditions) {
        return conditions.isEmpty() ? "" : ": only " + String.join(SEPARATOR, conditions);
    }

    /** {@code wait, receive not drawn}. */
    public static String notDrawn(List<String> phases) {
        return String.join(", ", phases) + " not drawn";
    }

    /** {@code only wait drawn}. */
    public static String onlyDrawn(List<String> phases) {
        return phases.isEmpty() ? "no phase drawn" : "only " + String.join(", ", phases) + " drawn";
    }

    /** Joins independent remarks. */
    public static String join(List<String> remarks) {
        return String.join(SEPARATOR, remarks);
    }

    /** {@code with connect}: a condition on a row. */
    public static String withPhase(String phase) {
        return "with " + phase;
    }

    /** The heading of a group: {@code example.org · 5 tasks}. */
    public static String heading(String group, int tasks) {
        return group + SEPARATOR + NumberFormats.count(tasks, "task");
    }

    /** {@code sorted by duration, descending}. */
    public static String sorted(String by, boolean descending) {
        return "sorted by " + lower(by) + (descending ? ", descending" : "");
    }

    /** {@code grouped by host}. */
    public static String grouped(String by) {
        return "grouped by " + lower(by);
    }

    /** {@code 2 pinned}. */
    public static String pinned(int count) {
        return NumberFormats.count(count) + " pinned";
    }

    /** The number of matches of a search, and of those among the rows that are not shown. */
    public static String found(long shown, long others) {
        String here = shown == 0 ? NOTHING_FOUND : NumberFormats.count(shown) + " found";
        return others == 0 ? here : here + ", " + NumberFormats.count(others) + " not shown";
    }

    private static String lower(String word) {
        return word.substring(0, 1).toLowerCase(Locale.ROOT) + word.substring(1);
    }
}
