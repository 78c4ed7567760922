package dev.overlap.text;

import java.util.List;

/** The texts of file dialogs and file errors. {@code %s} is a placeholder. */
public final class DialogText {

    private static final String ADDRESSES =
            ": all addresses of the run go with the file, user names and passwords do not";

    private static final List<String> WITH_ADDRESSES =
            List.of(".overlap", ".events", ".har", ".html");

    private DialogText() {}

    /** Returns the title of the dialog that saves a file, with what goes with the file. */
    public static String save(String name) {
        boolean addresses = WITH_ADDRESSES.stream().anyMatch(name::endsWith);
        return "Save " + name + (addresses ? ADDRESSES : "");
    }

    public static final String OPEN_RUN = "Open a run, or a program to watch";
    public static final String CHOOSE_PROGRAM = "Choose a program to watch";
    public static final String CHOOSE_PYTHON = "Choose a Python interpreter";
    public static final String OPEN_SITE_LIST = "Open a list of sites";
    public static final String FILE_IS_GONE = "%s no longer exists. Choose another file.";
    public static final String FILE_IS_FORBIDDEN =
            "%s cannot be opened: its permissions forbid it. Choose another file.";
    public static final String FILE_IS_NOT_UTF_8 =
            "%s is not UTF-8 text. Save it as UTF-8, then open it.";
    public static final String FILE_IS_NOT_REGULAR = "%s is not a text file. Choose another one.";
    public static final String FILE_IS_TOO_LARGE = "%s is too large for %s: more than %s MB.";
}
