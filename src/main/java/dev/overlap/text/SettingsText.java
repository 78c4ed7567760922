package dev.overlap.text;

/**
 * What settings say, and what is said of a value that makes no sense. {@code %s} stands for what is
 * put in.
 */
public final class SettingsText {

    private SettingsText() {}

    public static final String NUMBER = "as in 3";
    public static final String NUMBER_OR_NOTHING = "as in 6, or nothing for no limit of yours";
    public static final String ZERO =
            "With 0 of them nothing could run. Leave the field empty for no limit of yours.";
    public static final String NOT_A_NUMBER =
            "%s is not a number that fits here. Write digits, %s.";
    public static final String NO_PROXY =
            "No proxy is used, though this machine's settings name one (%s).";
    public static final String NO_WORKERS_TO_CHOOSE = "This model has no number of workers.";
}
