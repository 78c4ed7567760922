package dev.overlap.text;

import dev.overlap.trace.ConnectionTrack;
import dev.overlap.trace.TaskTrack;

/** Short names of tasks and connections for drawings. */
public final class DisplayNames {

    private static final String DEFAULT_SCHEME = "https://";

    private DisplayNames() {}

    /**
     * The label of a task without the most common scheme, as it is drawn: numbered if there are
     * others with the same, as in {@code cpu:250ms #3}.
     */
    public static String of(TaskTrack task) {
        String label = task.label();
        return drawn(
                label.startsWith(DEFAULT_SCHEME) ? label.substring(DEFAULT_SCHEME.length()) : label,
                task.number());
    }

    /**
     * The approximate length of {@link #of(TaskTrack)}, without making it: a list may have 100,000
     * names.
     */
    public static int letters(TaskTrack task) {
        String label = task.label();
        int scheme = label.startsWith(DEFAULT_SCHEME) ? DEFAULT_SCHEME.length() : 0;
        int number = task.number() == 0 ? 0 : 2 + Integer.toString(task.number()).length();
        return label.length() - scheme + number;
    }

    /** The whole label of a task, numbered in the same way, for sentences about it. */
    public static String whole(TaskTrack task) {
        return drawn(task.label(), task.number());
    }

    private static String drawn(String label, int number) {
        return DirectionMarks.leftToRight(number == 0 ? label : label + " #" + number);
    }

    /** The host of a connection, or the client's name for it if the host is unknown. */
    public static String of(ConnectionTrack connection) {
        return connection.host().isEmpty()
                ? shortened(connection.identity())
                : DirectionMarks.leftToRight(connection.host());
    }

    /** The client's name for a connection, without leading zeros: {@code c-12}. */
    public static String shortened(String identity) {
        return identity.replaceFirst("-0+(?=\\d)", "-");
    }

    /** Formats a count with its noun: {@code 1 task}, {@code 9,800 tasks}. */
    public static String count(int count, String singular) {
        return NumberFormats.count(count, singular);
    }
}
