package dev.overlap.text.lesson;

/** The form for a new lesson. {@code %s} is a placeholder. */
public final class NewLessonText {

    public static final String MENU = "New lesson from this list\u2026";
    public static final String FORM_TITLE = "New lesson from this list";
    public static final String NOTICE =
            "List and settings are those of the window. The lesson is a file that any editor can"
                    + " change; while it is open here, it is read again when it changes.";
    public static final String TITLE = "Title";
    public static final String MODELS = "Models, separated by commas";
    public static final String QUESTION = "Question";
    public static final String LOOK_AT =
            "What to look at, each tied to a place on the chart or not";
    public static final String ADD_ROW = "Add another";
    public static final String ADD_ROW_HELP = "Add another thing to look at.";
    public static final String REMOVE_ROW_HELP = "Remove this thing to look at.";
    public static final String PREVIEW = "Preview";
    public static final String PREVIEW_HELP = "Preview: the four steps as they will be read.";
    public static final String A_GUESS = "a guess";
    public static final String CHECKING =
            "Each model runs three times, to see whether the claims hold: run %d of %d.";
    public static final String ALL_HOLD = "The claims hold on the median of three runs.";
    public static final String NOT_ALL_HOLD =
            "A claim does not hold. Saved like this, the lesson will say so whenever that happens,"
                    + " and hide its texts.";
    public static final String NOT_MEASURED =
            "A claim could not be measured. Saved like this, nothing checks whether it is true.";
    public static final String BUSY =
            "Something is being measured. The claims are checked when it has ended, or was"
                    + " stopped: save again then.";
    public static final String STOP_CHECK = "Stop";
    public static final String STOP_CHECK_HELP = "Stop the check and go back to the form.";
    public static final String BACK = "Back";
    public static final String BACK_HELP = "Go back to the form and change the lesson.";
    public static final String SAVE_ANYWAY = "Save anyway\u2026";
    public static final String WHY = "Why; {wall.MODEL} stands for what was measured";
    public static final String TAKE_HOME = "One sentence to take home";
    public static final String CLAIMS =
            "Claims, one a line, such as wall(event-loop) < 0.6 * wall(sequential)";
    public static final String NOTES = "Presenter's notes";
    public static final String TRY = "Try it";
    public static final String TRY_HELP = "Open the lesson without saving it.";
    public static final String SAVE = "Save\u2026";
    public static final String SAVE_HELP =
            "Save the lesson as a file and open it. If it has claims, its models are run three"
                    + " times each before, to see whether they hold.";
    public static final String CANCEL = "Cancel";
    public static final String CANCEL_HELP = "Close the form and keep what was typed.";
    public static final String FILE_NAME = "lesson.yaml";
    public static final String CHANGED = "\"%s\" has changed and was read again.";
    public static final String CHANGED_WITH_MISTAKES =
            "\"%s\" has changed and is not a valid lesson now: line %s: %s";

    private NewLessonText() {}
}
