package dev.overlap.text;

/** The texts of the replay bar. {@code %s} is a placeholder. */
public final class ReplayText {

    private ReplayText() {}

    public static final String BY_EVENT = "One change every half second";
    public static final String PREVIOUS_HELP =
            "Pause at the previous change (,). With Shift, at the selected task's previous phase.";
    public static final String NEXT_HELP =
            "Pause at the next change (.). With Shift, at the selected task's next phase.";
    public static final String RANGE_FROM_HELP =
            "Begin the range at the playhead ([). Or drag in the chart with Shift.";
    public static final String RANGE_TO_HELP = "End the range at the playhead (]).";
    public static final String RANGE_CLEAR_HELP = "Clear the range (\\, or Esc).";
    public static final String RANGE_FROM = "From";
    public static final String RANGE_TO = "To";
    public static final String RANGE_PLAY_HELP = "Play the range over and over.";
    public static final String PLAY_HELP = "Replay this run, or pause (Space)";
    public static final String SPEED_ACCESSIBLE = "Speed of the replay.";
    public static final String SLIDER_ACCESSIBLE = "Instant of the run that is shown.";
}
