package dev.overlap.text;

/** The texts of file dialogs and file errors. {@code %s} is a placeholder. */
public final class DialogText {

    private DialogText() {}

    public static final String OPEN_SITE_LIST = "Open a list of sites";
    public static final String FILE_IS_GONE = "%s no longer exists. Choose another file.";
    public static final String FILE_IS_FORBIDDEN =
            "%s cannot be opened: its permissions forbid it. Choose another file.";
    public static final String FILE_IS_NOT_UTF_8 =
            "%s is not UTF-8 text. Save it as UTF-8, then open it.";
    public static final String FILE_IS_NOT_REGULAR = "%s is not a text file. Choose another one.";
    public static final String FILE_IS_TOO_LARGE = "%s is too large for %s: more than %s MB.";
}
