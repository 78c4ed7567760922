package dev.overlap.text;

/** The texts of the lesson page, except the lesson itself. {@code %s} is a placeholder. */
public final class LessonText {

    private LessonText() {}

    public static final String LEAVE = "Leave the lesson, back to my list";
    public static final String MENU_HELP = "Lessons: a list, a question, and what to look at";
    public static final String ALL_LESSONS = "All lessons";
    public static final String ALL_LESSONS_HELP = "All lessons: what there is, and what was done.";
    public static final String OPEN_OWN = "Open a lesson of your own\u2026";
    public static final String LIST_NOTICE =
            "A lesson brings its own list. Yours comes back when you leave it.";
    public static final String LOOK_AT_TITLE = "What to look at";
    public static final String OWN_LESSON = "A lesson of your own";
    public static final String OVERLAY_ACCESSIBLE = "How long will it take?";
    public static final String RUN_HELP = "Run the list of the lesson.";
    public static final String COMPARE_HELP = "Compare the models of the lesson.";
    public static final String LEAVE_ACCESSIBLE = "Leave the lesson, back to your own list.";
    public static final String CLOSE_PROBLEMS = "Close this list of problems.";
    public static final String NOT_REOPENED = "The lesson that was open last cannot be shown. %s";
    public static final String HAS_MISTAKES =
            "\"%s\" is not a valid lesson any more. Open it to see why.";
    public static final String NOT_A_LESSON = "%s is not a valid lesson: %s.";
}
