package dev.overlap.text;

/** The texts of guess fields. {@code %s} is a placeholder. */
public final class GuessEntryText {

    private GuessEntryText() {}

    public static final String FIELD_HELP =
            "How long do you think it takes? You can also drag on the time axis.";
    public static final String FIELD_ACCESSIBLE = "Your guess: how long the list takes under %s.";
    public static final String OVERLAY_ACCESSIBLE =
            "I think it takes this long. A guess for each model.";
    public static final String OVERLAY_TITLE = "I think it takes this long";
    public static final String DONE_ACCESSIBLE = "Done: keep these guesses.";
}
