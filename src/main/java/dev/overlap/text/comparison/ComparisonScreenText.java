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
    public static final String SEVERAL_HELP = "Choose all models, none, or the usual ones.";
    public static final String ALL_MODELS = "All that end by themselves";
    public static final String NO_MODELS = "None";
    public static final String USUAL_MODELS = "The usual five";
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
    public static final String WITHOUT_START_UP =
            "All times are without the start-up of processes, as if each had been ready.";
    public static final String WITHOUT_START_UP_BUTTON = "Without start-up";
    public static final String WITHOUT_START_UP_HELP =
            "Leave out of picture and figures what the start of processes cost.";
    public static final String COUNTS_HELP =
            "Numbers of workers to try, up to the number of tasks.";
    public static final String LIMITS_HELP =
            "How many tasks may run at once, up to the number of tasks.";
    public static final String NO_COUNT_CHOSEN = "There is nothing to sweep. Choose a number.";
    public static final String CHOOSE_COUNTS = "Choose how many workers to try.";
    public static final String OTHER_LIST =
            "These are the results of another list, or of other settings.";
    public static final String FORMER = "Back to the former results";
    public static final String FORMER_HELP =
            "Show the results from before this comparison (Ctrl+Z).";
    public static final String LATER = "Later results";
    public static final String LATER_HELP = "Show the later results again (Ctrl+Y).";
    public static final String SHOW_ALL = "Show all";
    public static final String SHOW_ALL_HELP = "Zoomed in: show the whole time axis (F).";
    public static final String PROGRESS_ACCESSIBLE = "Progress of the comparison.";
    public static final String POINT_HINT = "Click a point, or press Enter, to open its run.";
    public static final String BACK_TO_COMPARISON = "Back to the comparison";
    public static final String BACK_TO_COMPARISON_HELP = "Back to the comparison (Esc).";
    public static final String CHOOSE_MODELS = "Choose the models to compare.";
}
