package dev.overlap.text.course;

import java.time.Duration;
import java.util.Locale;

/** The sentences of the presenter's window. */
public final class PresenterText {

    public static final String TITLE = "Overlap: presenter";
    public static final String MENU = "Presenter's window";
    public static final String NO_LESSON = "No lesson is open.";
    public static final String NEXT_STEP = "Now";
    public static final String QUESTION = "Question";
    public static final String GUESSES = "Guesses";
    public static final String NO_GUESS_YET = "no guess yet";
    public static final String NO_GUESS = "no guess";
    public static final String NOTES = "Notes";
    public static final String NO_NOTES = "This lesson has no notes.";
    public static final String SHOW_NOTES = "Show the notes";
    public static final String SHOW_NOTES_HELP =
            "Show the notes. There is one screen only, so the class may see them.";
    public static final String HIDDEN_NOTES =
            "The notes are hidden, because there is one screen only.";
    public static final String WATCH_NAME = "Time of this lesson";
    public static final String START = "Start";
    public static final String START_HELP = "Start the stop watch.";
    public static final String STOP = "Stop";
    public static final String STOP_HELP = "Stop the stop watch.";
    public static final String RESET = "Reset";
    public static final String RESET_HELP = "Reset the stop watch to zero.";
    public static final String NEXT_LESSON = "Next lesson";
    public static final String OPEN_NEXT = "Open it";
    public static final String LAST_LESSON = "This is the last lesson.";
    public static final String KEYS =
            "F7 closes this window. F5, F6, F8 and F11 act on the main one.";

    private PresenterText() {}

    /** Returns the accessible text of the button that opens the next lesson. */
    public static String openNext(String title) {
        return "Open it in the main window: " + title;
    }

    /** Returns what the presenter does in a step, by its name; empty for an unknown one. */
    public static String help(String step) {
        return switch (step) {
            case "Guess" -> "Ask for a guess under each model, and type it. Then run: F5.";
            case "Watch" -> "Run it, and let the class watch. Next: what to look at.";
            case "Look" -> "Click one sentence after another: each shows its place. Next: why.";
            case "Why" -> "Explain it, and let one sentence be taken home. Next: another lesson.";
            case "Break it" ->
                    "Let the class say which thread goes on, and press it. Then with the lock.";
            default -> "";
        };
    }

    /** Returns the time of the stop watch: {@code 3:07}, {@code 1:03:07}. */
    public static String watch(Duration time) {
        return time.toHours() > 0
                ? String.format(
                        Locale.ROOT,
                        "%d:%02d:%02d",
                        time.toHours(),
                        time.toMinutesPart(),
                        time.toSecondsPart())
                : String.format(Locale.ROOT, "%d:%02d", time.toMinutesPart(), time.toSecondsPart());
    }

    /** Returns how long the lesson should take; empty for 0, which is unknown. */
    public static String planned(int minutes) {
        return minutes == 0 ? "" : "of " + minutes + " min";
    }
}
