package dev.overlap.text;

/** The texts of exports. {@code %s} is a placeholder. */
public final class ExportText {

    private ExportText() {}

    public static final String MENU_ACCESSIBLE = "Export this %s as a picture or a table.";
    public static final String MENU_HELP = "Export this %s (Ctrl+E for a picture)";
    public static final String COPIED = "The %s is on the clipboard.";
    public static final String NOT_COPIED =
            "The clipboard did not take the %s. Save it as a file instead.";
    public static final String OUT_OF_MEMORY =
            "Nothing was exported: there is not enough memory for it.";
    public static final String FAILED =
            "Nothing was exported: Overlap itself failed. The log says more.";
}
