package dev.overlap.text.lesson;

/** The texts of the four steps of a lesson. {@code %s} and {@code %d} are placeholders. */
public final class LessonStepText {

    private LessonStepText() {}

    public static final String STEPS = "The steps of the lesson";
    public static final String STEP_ACCESSIBLE = "Step %d of %d: %s. %s";
    public static final String STEP_CURRENT = "This is the current step.";
    public static final String STEP_DONE = "Done; it can be opened again.";
    public static final String STEP_OPEN = "It can be opened.";
    public static final String WATCH_CLOSED = "It opens when there is a guess, or none is made.";
    public static final String LOOK_CLOSED =
            "It opens when the first model of the lesson has been run.";

    public static final String GUESS_FIRST =
            "Guess first: how long will it take under %s? Or skip the guess.";
    public static final String SKIP = "Skip the guess";
    public static final String SKIP_HELP = "Skip the guess and go on without one.";
    public static final String GUESS_TITLE = "How long will it take?";

    public static final String WATCH_TITLE = "Watch the chart";
    public static final String WATCH_BEFORE = "Run shows \"%s\" in the chart as it happens.";
    public static final String WATCH_COMPARE = "Compare runs %d models and draws them on one axis.";
    public static final String WATCH_DURING = "It is running. What to look at comes when it ends.";
    public static final String FIRST_MODEL_MISSING =
            "What to look at is in the run of \"%s\", which has not been run yet.";
    public static final String STAND_IN =
            "This lesson is about CPython, in whose place Overlap's own models run here: what it"
                    + " says of CPython is not checked. %s";
    public static final String OTHER_LIST =
            "That run was of another list, or had other settings, than the lesson. What the lesson"
                    + " says need not be true of it.";
    public static final String SET_UP = "Restore the lesson's list";
    public static final String SET_UP_HELP =
            "Restore the lesson's list and settings. The guesses are kept.";

    public static final String LOOK_BUTTON_HELP =
            "What to look at: go to the places in the chart that matter.";
    public static final String POINT_HELP = "%s Show this place in the chart.";
    public static final String POINT_TIP = "Show this place in the chart";
    public static final String RUN_MISSING =
            "The places are in a run of \"%s\", which is not in the window. Run it again to go"
                    + " to them.";
    public static final String SCROLL_ACCESSIBLE = "The text of the lesson; arrow keys scroll it.";

    public static final String WHY_TITLE = "Why";
    public static final String WHY_HELP = "Why it is so: the explanation.";
    public static final String BREAK = "Break it";
    public static final String BREAK_HELP =
            "Break it: be the scheduler, and make two threads lose an update.";
    public static final String RESULTS_TITLE = "Measured";
    public static final String MEDIAN = "median of %d runs";
    public static final String NOT_RUN = "not run yet";
    public static final String NEXT = "Next lesson";
    public static final String NEXT_HELP = "Next lesson: %s";

    public static final String RUN_AGAIN = "Run again";
    public static final String RUN_AGAIN_HELP = "Run again what the lesson is about.";
    public static final String ANYWAY = "Show the texts anyway";
    public static final String ANYWAY_HELP =
            "Show the texts anyway, though they may not be true of this run.";
    public static final String TRY_AGAIN = "Run it again.";

    public static final String NOTES_TITLE = "Presenter's notes";
}
