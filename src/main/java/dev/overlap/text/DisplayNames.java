package dev.overlap.text;

import dev.overlap.trace.ConnectionTrack;
import dev.overlap.trace.TaskTrack;

/** How tasks, connections and numbers are named in a picture. */
public final class DisplayNames {

    private static final String DEFAULT_SCHEME = "https://";

    private DisplayNames() {}

    /** The label of a task, without the scheme that most have. */
    public static String of(TaskTrack task) {
        String label = task.label();
        return label.startsWith(DEFAULT_SCHEME) ? label.substring(DEFAULT_SCHEME.length()) : label;
    }

    /** Where a connection goes, or what the client calls it where the trace does not tell. */
    public static String of(ConnectionTrack connection) {
        return connection.host().isEmpty() ? shortened(connection.identity()) : connection.host();
    }

    /** What the client calls a connection, without the zeros that fill it up: {@code c-12}. */
    public static String shortened(String identity) {
        return identity.replaceFirst("-0+(?=\\d)", "-");
    }

    /** A count and what is counted: {@code 1 task}, {@code 9,800 tasks}. */
    public static String count(int count, String one) {
        return NumberFormats.count(count, one);
    }
}
