package dev.overlap.text.comparison;

/** The texts of the comparison screen. {@code %s} is a placeholder. */
public final class ComparisonScreenText {

    private ComparisonScreenText() {}

    public static final String NOTHING_TO_EXPORT =
            "Nothing has been compared yet. Press Run first.";
    public static final String BROKE_OFF = "The comparison was aborted: %s";
    public static final String OPEN_PANEL = "Open as a timeline (Enter)";
    public static final String COPY_PANEL = "Copy its figures";
    public static final String LEAVE_OUT_PANEL = "Leave out of the next run";
    public static final String BACK_HELP = "Back to the timeline (Esc).";
    public static final String RUNS_EACH = "Runs each";
    public static final String MODELS_HELP = "One list under several models.";
    public static final String SWEEP_HELP = "One model with 1, 2, 4, 8 and more workers.";
    public static final String MODELS_TO_COMPARE = "Models to compare.";
    public static final String SWEPT_MODEL_HELP = "Model to run with a growing number of workers.";
    public static final String RUNS_EACH_HELP = "Runs each: how often a model is run.";
    public static final String ORDER_HELP = "How the models are sorted.";
    public static final String RUN_HELP = "Run the comparison (F5).";
    public static final String STOP_HELP = "Stop; what was measured is kept (Esc).";
    public static final String GUESS_HELP = "Guess how long each model takes.";
    public static final String RUN_AGAIN = "Run again";
    public static final String RUN_ACCESSIBLE = "%s: run the comparison (F5).";
    public static final String FASTEST_FIRST = "fastest first";
    public static final String AS_CHOSEN = "as chosen";
    public static final String BY_NAME = "by name";
    public static final String GUESS_INVITATION =
            "How long will each of them take? Drag in a row to guess, or press Guess to type.";
    public static final String NO_MODEL_CHOSEN = "There is nothing to compare. Choose a model.";
    public static final String CHOOSE_MODELS = "Choose the models to compare.";
}
