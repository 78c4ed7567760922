package dev.overlap.text;

/** What the replay bar says. {@code %s} stands for what is put in. */
public final class ReplayText {

    private ReplayText() {}

    public static final String BY_EVENT = "One event every half second";
    public static final String PREVIOUS_HELP = "Hold, and show the event before (,).";
    public static final String NEXT_HELP = "Hold, and show the next event (.).";
    public static final String RANGE_FROM_HELP = "Play round and round from here on ([).";
    public static final String RANGE_TO_HELP = "Play round and round up to here (]).";
    public static final String RANGE_CLEAR_HELP = "Play all of the run again (\\).";
    public static final String PLAY_HELP = "Replay this run, or hold (Space)";
    public static final String SPEED_ACCESSIBLE = "Speed of the replay.";
    public static final String SLIDER_ACCESSIBLE = "Instant of the run that is shown.";
}
