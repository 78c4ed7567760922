package dev.overlap.text.lesson;

import dev.overlap.lesson.claim.Claim;
import dev.overlap.text.NumberFormats;

import java.util.List;
import java.util.stream.Collectors;

/** The words of a lesson on paper. {@code %s} is a placeholder. */
public final class WorksheetText {

    public static final String QUESTION_TITLE = "The question";
    public static final String LIST_TITLE = "The list";
    public static final String GUESS_TITLE = "How long will it take?";
    public static final String DRAW_TITLE = "Draw it";
    public static final String TAKE_HOME_TITLE = "What I take home";
    public static final String MODEL = "Model";
    public static final String MY_GUESS = "My guess";
    public static final String MEASURED = "Measured";
    public static final String RUNS = "Runs";
    public static final String SOLUTION = "Solution";
    public static final String LOOK_AT_TITLE = "What to look at";
    public static final String WHY_TITLE = "Why";
    public static final String NOT_RUN = "was not run";
    public static final String PRINT_OPEN = "Print worksheet of this lesson\u2026";
    public static final String PRINT_ALL = "Print worksheets of all lessons\u2026";
    public static final String FILE_NAME = "worksheet.html";
    public static final String FILE_NAME_ALL = "worksheets.html";
    private static final String OWN_SCALE = " Write the times on the axis yourself.";

    private WorksheetText() {}

    /** Returns what to draw. */
    public static String draw(String model, boolean hasScale) {
        return "Draw a bar for each task under the model \""
                + model
                + "\": from where it begins to where it ends."
                + (hasScale ? "" : OWN_SCALE);
    }

    /** Returns that there are more tasks than rows to draw in. */
    public static String moreTasks(int tasks) {
        return "and " + NumberFormats.count(tasks, "more task") + " like these";
    }

    /**
     * Returns that claims of a lesson do not hold.
     *
     * @param failed at least one
     */
    public static String notShown(List<Claim> failed) {
        return "These runs did not show what the lesson is about ("
                + failed.stream().map(Claim::text).collect(Collectors.joining("; "))
                + "). The machine was busy, or a site failed. Print the solutions again.";
    }
}
