package dev.overlap.text;

/** The texts of settings, including those for invalid values. {@code %s} is a placeholder. */
public final class SettingsText {

    private SettingsText() {}

    public static final String NUMBER = "as in 3";
    public static final String NUMBER_OR_NOTHING = "as in 6, or nothing for no limit of yours";
    public static final String ZERO =
            "With 0 of them nothing could run. Leave the field empty for no limit of yours.";
    public static final String NOT_A_NUMBER =
            "%s is not a number that fits here. Write digits, %s.";
    public static final String NO_WORKERS_TO_CHOOSE = "This model has no number of workers.";
}
