package dev.overlap.text;

/** The texts of the window's frame: tool bar, messages, questions. {@code %s} is a placeholder. */
public final class WindowText {

    private WindowText() {}

    public static final String BULK_TITLE = "Send this many requests?";
    public static final String BULK_WARNING =
            "The server's owner may take this for an attack and block you. Continue only if the"
                    + " server is yours or you have permission.";
    public static final String BULK_RUN_ACCESSIBLE = "Run, and send them all.";
    public static final String BULK_CANCEL_ACCESSIBLE = "Cancel, and send none.";
    public static final String BULK_ACCESSIBLE = "Send this many requests? %s";
    public static final String BULK_OTHERS = ",\nand as many to %s";
    public static final String BULK_REQUESTS =
            "This run sends\n%s%s.\nAt most %s are under way to one host at the same time.";
    public static final String ROWS_BY_TASK_HELP =
            "One row per task: what each one waited for (V).";
    public static final String ROWS_BY_WORKER_HELP = "One row per worker: who did the work (V).";
    public static final String ROWS_BY_CONNECTION_HELP =
            "One row per connection: what it carried, and how often it was reused (V).";
    public static final String ROWS_BY_RESOURCE_HELP =
            "One row per resource that tasks share: who had it, and who waited for it (V).";
    public static final String LAB_NOT_STARTED =
            "The lab server could not start (%s), so nothing can be run. Allow Overlap to listen on"
                    + " 127.0.0.1, then start it again.";
    public static final String FULL_SCREEN = "Full screen. Press F11 to leave it.";
    public static final String LAB_STARTING = "Lab server is starting";
    public static final String LAB_NOT_RUNNING = "Lab server is not running";
    public static final String RUN_HELP = "Run the list (F5 or Ctrl+Enter)";
    public static final String STOP_HELP = "Stop the run (Esc)";
    public static final String COMPARE_HELP =
            "Run the list under several models, on one time axis (F6)";
    public static final String COMPARE_ACCESSIBLE = "Compare: run the list under several models.";
    public static final String RUN_ACCESSIBLE = "Run the list of sites under the chosen model.";
    public static final String STOP_ACCESSIBLE = "Stop the run.";
    public static final String THEME_HELP = "Switch between the light and the dark theme.";
    public static final String TOGGLE_LIST = "Hide or show the list of sites (F9).";
    public static final String TOGGLE_DETAILS = "Hide or show the details (F10).";
    public static final String PROJECTOR_HELP =
            "Make everything larger, for the back row of a room (F8).";
    public static final String SHOW_ALL_KEYS = "Show all keys.";
    public static final String MODEL_ACCESSIBLE = "Concurrency model of the next run.";
    public static final String MODEL_HELP = "Concurrency model of the next run";
    public static final String COMPARISON_IN_PROGRESS =
            "A comparison is in progress. Stop it first (Esc).";
    public static final String RUN_IN_PROGRESS = "A run is in progress. Stop it first (Esc).";
    public static final String LISTS_KEPT =
            "%s kept from a second window. Open Overlap once more to see it.";
    public static final String NOTHING_TO_RUN =
            "There is nothing to run. Add a site to the list, or switch one on.";
    public static final String LESSON_PAGE_HELP =
            "The lesson: its question, what to look at, its explanation.";
    public static final String RUN_PAGE_HELP =
            "The selected task, the numbers of the run and of its workers.";
    public static final String PROGRAM_HELP =
            "The program that this model stands for, in Python and in Java.";
}
