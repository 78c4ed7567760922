package dev.overlap.text;

/**
 * What settings say, and what is said of a value that makes no sense. {@code %s} stands for what is
 * put in.
 */
public final class SettingsText {

    private SettingsText() {}

    public static final String INTERPRETER_LOCK = "Simulate CPython's GIL";
    public static final String INTERPRETER_LOCK_HELP =
            "CPython's global interpreter lock (GIL): only one thread of a process computes at a"
                    + " time. A thread is asked to release it after 5 ms, and releases it while it"
                    + " waits. Each process has its own.";
    public static final String FIRST_FAILURE_CANCELS = "First failure cancels the rest";
    public static final String FIRST_FAILURE_CANCELS_HELP =
            "The first task that fails cancels all others. Otherwise it leaves them alone.";
    public static final String WARM_HELP =
            "Cold: the tasks of a run open their connections themselves. Warm: connections are"
                    + " opened before the run begins, so that its tasks only reuse them.";
    public static final String PER_HOST_HELP =
            "The most connections to one host. Left empty, there is no limit to the lab and to this"
                    + " machine, and 6 to any other host. Other hosts never get more than 20.";
    public static final String CONNECTIONS_HELP =
            "The most connections at one time, to all hosts together. Left empty, there is no"
                    + " limit.";
    public static final String TIMEOUT_HELP =
            "How long one task may take from its worker's first step on, such as 400 ms, 2.5 s or"
                    + " 1 min.";
    public static final String REPEAT_HELP = "How often a run goes through the whole list.";
    public static final String NUMBER_EXAMPLE = "as in 6, or nothing for no limit of yours";
    public static final String ZERO_CONNECTIONS =
            "With 0 connections nothing could run. Leave the field empty for no limit of"
                    + " yours.";
    public static final String NOT_A_NUMBER =
            "%s is not a number that fits here. Write digits, %s.";
    public static final String NO_WORKERS_TO_CHOOSE = "This model has no number of workers.";
}
