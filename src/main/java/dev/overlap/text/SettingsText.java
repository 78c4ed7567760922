package dev.overlap.text;

/** The texts of settings, including those for invalid values. {@code %s} is a placeholder. */
public final class SettingsText {

    private SettingsText() {}

    public static final String NUMBER = "as in 3";
    public static final String NUMBER_OR_NOTHING = "as in 6, or leave it empty to set no limit";
    public static final String ZERO =
            "With 0 nothing could run. Leave the field empty to set no limit.";
    public static final String NOT_A_NUMBER = "%s is not a valid number here. Write digits, %s.";
    public static final String NO_PROXY =
            "No proxy is used, although this machine's settings name one (%s).";
    public static final String NO_WORKERS_TO_CHOOSE = "This model has no number of workers to set.";
}
