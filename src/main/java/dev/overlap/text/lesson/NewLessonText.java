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
    public static final String LOOK_AT = "What to look at, one thing a line";
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
                    + " times each, to see whether they hold.";
    public static final String CANCEL = "Cancel";
    public static final String CANCEL_HELP = "Close the form and keep what was typed.";
    public static final String FILE_NAME = "lesson.yaml";
    public static final String CHANGED = "\"%s\" has changed and was read again.";
    public static final String CHANGED_WITH_MISTAKES =
            "\"%s\" has changed and is not a valid lesson now: line %s: %s";

    private NewLessonText() {}
}
