package dev.overlap.text;

/** The texts of the site list. {@code %s} is a placeholder. */
public final class SiteListText {

    private SiteListText() {}

    public static final String ADD_PROMPT = "Add a site, or paste many";
    public static final String ADD_ACCESSIBLE =
            "Add a site: type its address and press Enter, or paste many lines.";
    public static final String LINE_ACCESSIBLE =
            "Text of the line. Enter keeps the change, Escape discards it.";
    public static final String A_LIST_OF_SITES = "a list of sites";
    public static final String NEW_LIST =
            "A new list. Ctrl+Z in the list brings back the previous one.";
    public static final String OPENED =
            "Opened %s. Ctrl+Z in the list brings back the previous one.";
    public static final String COULD_NOT_BE_OPENED = "could not be opened";
    public static final String COULD_NOT_BE_SAVED = "could not be saved";
    public static final String SECRETS_MASKED =
            " User names and passwords are not in it; stars stand for them.";
    public static final String FILE_MENU_ACCESSIBLE = "Start, open or save a list of sites.";
    public static final String SAMPLES_ACCESSIBLE = "Replace the list with one of the samples.";
    public static final String LIST_ACCESSIBLE =
            "Sites to run. F2 edits a line, Space switches it on or off, Delete removes it.";
    public static final String EMPTY_LIST =
            "No sites yet. Type one below, paste many, or pick a sample.";
    public static final String ADD_BUTTON_ACCESSIBLE = "Add the site that was typed.";
    public static final String ADD_BUTTON_HELP = "Add this site (Enter)";
    public static final String LEFT_OUT = "%s not understood and left out of the run";
    public static final String REMOVE_LINE_HELP = "Remove this line (Delete)";
}
