package dev.overlap.text.sites;

import dev.overlap.text.NumberFormats;

import org.jspecify.annotations.Nullable;

/** Names the edits of the list for undo and redo, and the commands for lines. */
public final class EditText {

    public static final String CHANGE = "the change of a line";
    public static final String COUNT = "the change of a count";
    public static final String MEND = "the repair of a line";
    public static final String REPLACE = "the change of the list";
    public static final String EDIT_LINE = "Edit";
    public static final String REPEAT = "Change the count";
    public static final String DUPLICATE = "Duplicate";
    public static final String MOVE_UP = "Move up";
    public static final String MOVE_DOWN = "Move down";
    public static final String REMOVE = "Remove";
    public static final String COPY = "Copy";
    public static final String SWITCH = "Switch on or off";
    public static final String NEXT_PROBLEM = "Next line that is not understood";
    public static final String COUNT_HELP = "How often this line runs. Click to change it.";
    public static final String COUNT_ACCESSIBLE =
            "How often the line runs. Up and Down change it, Enter keeps it, Escape does not.";

    private EditText() {}

    static String paste(int lines) {
        return "the paste of " + NumberFormats.count(lines, "line");
    }

    public static String add(int lines) {
        return lines == 1 ? "the addition of a line" : paste(lines);
    }

    public static String remove(int lines) {
        return "the removal of " + NumberFormats.count(lines, "line");
    }

    public static String move(int lines) {
        return "the move of " + NumberFormats.count(lines, "line");
    }

    public static String duplicate(int lines) {
        return "the copy of " + NumberFormats.count(lines, "line");
    }

    public static String switched(int lines) {
        return "the switching of " + NumberFormats.count(lines, "line");
    }

    /**
     * Returns the name of a menu item.
     *
     * @param command such as {@code Undo}
     * @param edit what would be undone; null for nothing
     */
    public static String command(String command, @Nullable String edit, String keys) {
        return command + (edit == null ? "" : " " + edit) + " (" + keys + ")";
    }
}
