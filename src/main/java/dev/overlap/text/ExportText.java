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
    public static final String LIST_TITLE = "List";
    public static final String WITH_LIST = "Pictures with the list";
    private static final String WIDE = "16:9";
    private static final String NATURAL = "as tall as its rows";

    /** A theme of pictures. */
    public static String theme(boolean dark) {
        return dark ? "dark" : "light";
    }

    /** The name of a picture without pixels, such as {@code 16:9, light}. */
    public static String picture(boolean wide, boolean dark) {
        return (wide ? WIDE : "As tall as its rows") + ", " + theme(dark);
    }

    /**
     * The size of a picture, such as {@code 2560 x 1440 pixels, 16:9}.
     *
     * @param width in pixels
     */
    public static String size(boolean wide, int width) {
        return wide
                ? width + " x " + width * 9 / 16 + " pixels, " + WIDE
                : width + " pixels wide, " + NATURAL;
    }

    /** The last line of a list that is too long for a picture. */
    public static String moreLines(int count) {
        return "and " + NumberFormats.count(count, "more line");
    }

    /** The title of a picture of a run, such as {@code Event loop: 6 tasks}. */
    public static String runTitle(String model, String tasks) {
        return model + ": " + tasks;
    }

    /**
     * What a picture shows, for those who do not see it.
     *
     * @param settings one line, without a full stop
     * @param result sentences; empty if there is no result yet
     */
    public static String description(String settings, String result) {
        return result.isEmpty() ? settings + "." : settings + ". " + result;
    }
}
