package dev.overlap.text;

/** The texts of the panes about a run. {@code %s} is a placeholder. */
public final class RunText {

    private RunText() {}

    public static final String MARKED_LINE = ", where the task is now";
    public static final String PROGRAM_HELP =
            "The program that this model stands for, line by line.";
    public static final String PROGRAM_TITLE = "What this model stands for; measured here in Java";
    public static final String PYTHON_PROGRAM_TITLE =
            "What CPython runs for this model, with all lines of the list";
    public static final String RUN_IN_PYTHON = "Run this in Python";
    public static final String RUN_IN_JAVA = "Run this in Java";
    public static final String RUN_BESIDE_HELP =
            "Runs the list in both languages, and shows the two runs on one time axis.";
    public static final String SAVE_PROGRAM_HELP = "Save as a file that can be run.";
    public static final String SELECT_TO_MARK =
            "Select a task to mark the line that it is in, live and in a replay.";
    public static final String REPLAY_TO_MARK =
            "This task has ended. Replay the run (Space) to see it go from line to line.";
    public static final String NO_TASK_SELECTED =
            "Click a row of the timeline to see what its task waited for.";
    public static final String FIND_PROMPT = "Find a task by name, status or failure";
    public static final String FIND_ACCESSIBLE =
            "Find a task by a part of its name, by its status or by its failure.";
    public static final String FIND_PREVIOUS = "Show the previous match.";
    public static final String FIND_NEXT = "Show the next match.";
    public static final String NOT_STARTED = "The run could not start: %s";
    public static final String BROKE_OFF =
            "The run was aborted by an internal error of Overlap (%s). What was recorded by then is"
                    + " shown.";
    public static final String NOTHING_TO_EXPORT =
            "There is no run to export yet. Press Run first.";
    public static final String HELD = "Held";
    public static final String LOWER_BOUND = "Lower bound";
    public static final String FIRST_RESULT = "First result after";
    public static final String NO_RESULT = "none";
    public static final String WALL_TIME = "Wall time";
    public static final String START_UP_OF_WORKERS = "Start-up of workers";
    public static final String WALL_TIME_WITHOUT_IT = "Wall time without it";
    public static final String TASKS_ALONE_IN_SUM = "Tasks alone, in total";
    public static final String AGAINST_SEQUENTIAL = "Speed-up";
    public static final String LONGEST_TASK_ALONE = "Longest task, alone";
    public static final String CPU_TIME_OF_TASKS = "CPU time of tasks";
    public static final String PEAK_IN_FLIGHT = "Peak in flight";
    public static final String VOLUNTARY_SWITCHES = "Voluntary context switches";
    public static final String INVOLUNTARY_SWITCHES = "Involuntary context switches";
    public static final String LAB_LATE = "Lab late by up to";
    public static final String PHASES_ACCESSIBLE =
            "The phases of the selected task, and what they mean.";
    public static final String FIGURES_ACCESSIBLE = "The numbers of this run, and what they mean.";
    public static final String COLUMNS_ACCESSIBLE = "What the columns of the table %s mean.";
    public static final String THIS_RUN = "This run";
    public static final String MEASURE_IT = "Measure it: run \u201cSequential\u201d too";
    public static final String NOT_REPORTED = "not reported here";
    public static final String IN_THE_WHOLE_RUN = "%s in the whole run";
    public static final String HINT_RUNNING = "Esc: stop    ?: all keys";
    public static final String HINT_COMPARISON =
            "F5: run    Arrows, Enter: open one    Ctrl+E: picture    Esc: back";
    public static final String WARMING_UP =
            "Warming up, so that the first run looks like the tenth";
    public static final String LEFT_OUT = " \u00b7 %s not understood and left out";
    public static final String HINT_IDLE = "F5: run    Ctrl+K: commands    ?: all keys";
    public static final String HINT_REPLAY =
            "Space: play or pause    , and .: step    Esc: end    ?: all keys";
    public static final String HINT_FINISHED =
            "F5: run    Space: replay    Ctrl+E: picture    ?: all keys";
    public static final String RESOURCE_HELP = "A lock, permit, counter or queue that tasks share.";
    public static final String RESOURCE_HELD_HELP =
            "How long at least one task had the lock or permit.";
    public static final String RESOURCE_MEAN_HELP =
            "The mean wait of all that asked for it, those that got it at once included.";
    public static final String RESOURCE_LONGEST_HELP = "The longest wait for it.";
    public static final String RESOURCE_MOST_HELP = "The most tasks that waited for it at once.";
    public static final String RESOURCE_LOST_HELP =
            "How many finished increments of a counter are missing from its value.";
    public static final String WORKER_TASKS_HELP =
            "How many tasks it has executed, or executed steps of.";
    public static final String WORKER_BUSY_HELP =
            "Sending, receiving or computing for a task. Of a loop: the time in which it runs"
                    + " anything.";
    public static final String WORKER_WAITING_HELP =
            "Held by a task that only waits. A loop gives such waits back, so it has none.";
    public static final String WORKER_IDLE_HELP =
            "Without a task. The start-up of a process is not counted.";
    public static final String WORKER_CPU_HELP =
            "CPU time of its computations; for a process, all that it has used, start-up included."
                    + " A dash means that it is not reported.";
}
