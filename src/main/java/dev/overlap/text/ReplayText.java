package dev.overlap.text;

/** The texts of the replay bar. {@code %s} is a placeholder. */
public final class ReplayText {

    private ReplayText() {}

    public static final String BY_EVENT = "One event every half second";
    public static final String PREVIOUS_HELP = "Pause and show the previous event (,).";
    public static final String NEXT_HELP = "Pause and show the next event (.).";
    public static final String RANGE_FROM_HELP = "Loop from here ([).";
    public static final String RANGE_TO_HELP = "Loop up to here (]).";
    public static final String RANGE_CLEAR_HELP = "Stop looping (\\).";
    public static final String PLAY_HELP = "Replay this run, or pause (Space)";
    public static final String SPEED_ACCESSIBLE = "Speed of the replay.";
    public static final String SLIDER_ACCESSIBLE = "Instant of the run that is shown.";
}
