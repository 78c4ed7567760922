package dev.overlap.text;

/** The texts in drawings, except numbers. {@code %s} is a placeholder. */
public final class PictureText {

    private PictureText() {}

    public static final String SEQUENTIAL_MEASURED = "sequential, measured: %s";
    public static final String WAITS_FOR_ITS_TURN = "waits for its turn";
    public static final String SWEEP_IDEAL = "ideal: 1 worker\u2019s wall / n";
    public static final String SWEEP_IDEAL_FORECAST = "ideal, by the forecast";
    public static final String SWEEP_IDEAL_SHARE = "ideal: a share of 1 worker\u2019s wall";
    public static final String AT_MOST_AT_ONCE = "tasks at once, at most";
    public static final String START_UP_LEFT_OUT = "\u2212 %s start-up";
    public static final String LOOP_HARDLY_BUSY = "loop busy less than 1 %";
    public static final String WORK_FOR_NO_TASK = "work outside any task";
    public static final String GUESS_INVITATION =
            "How long will it take? Drag the mark at the right end of the axis to guess.";
    public static final String PEAK_AND_MEAN = "peak %d \u00b7 mean %.1f";
    public static final String CONNECTION_OPENED = "It opened this connection.";
    public static final String CONNECTION_OPENED_AHEAD = "The connection had been opened ahead.";
    public static final String CONNECTION_ITS_OWN = "It had used this connection before.";
    public static final String CONNECTION_BEFORE = "The task before was %s.";
    public static final String NO_TASKS = "There are no tasks in this run.";
    public static final String NO_WORKERS_YET = "No worker has started yet.";
    public static final String NO_CONNECTIONS = "No task of this run used a connection.";
    public static final String NO_CONNECTIONS_YET = "No connection has been used yet.";
    public static final String NO_RESOURCES =
            "The tasks of this run shared nothing: no lock, permit, counter, queue, connection or"
                    + " GIL.";
    public static final String NO_RESOURCES_YET = "The tasks have not shared anything yet.";
    public static final String GIL = "GIL";
    public static final String HELD = "held";
    public static final String ITEMS = "items in the queue";
    public static final String READ = "read";
    public static final String WRITE = "write";
    public static final String LOST_UPDATE = "lost update";
    public static final String WAITING = "%d waiting";
    public static final String HELD_SHARE = "held %d %%";
    public static final String UP_TO_WAITING = "up to %s waiting";
    public static final String HOLDS = "holds %s";
    public static final String GOT_OF = "%s of %s";
    public static final String LOST = "%s lost";
    public static final String NOT_SHARED = "not shared";
    public static final String ONLY_FIRST_ACCESSES = "only the first %s reads and writes are kept";
    public static final String SWALLOWS = "This loses the increment of %s, since it had read %s. ";
    public static final String SWALLOWED =
            "This increment was lost: %s had read the counter before it, and wrote after it. ";
}
