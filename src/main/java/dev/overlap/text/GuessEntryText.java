package dev.overlap.text;

/** The texts of guess fields. {@code %s} is a placeholder. */
public final class GuessEntryText {

    private GuessEntryText() {}

    public static final String FIELD_HELP =
            "How long do you think it takes? You can also drag on the time axis.";
    public static final String FIELD_ACCESSIBLE = "Your guess: how long the list takes under %s.";
    public static final String OVERLAY_ACCESSIBLE = "Your guesses: how long each model will take.";
    public static final String OVERLAY_TITLE = "How long will it take?";
    public static final String DONE_ACCESSIBLE = "Done: keep these guesses.";
}
