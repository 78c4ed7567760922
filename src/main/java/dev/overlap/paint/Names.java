package dev.overlap.paint;

import dev.overlap.trace.TaskTrack;

/** How tasks and numbers are named in a picture. */
final class Names {

    private static final String USUAL_SCHEME = "https://";

    private Names() {}

    /** The label of a task, without the scheme that most have. */
    static String of(TaskTrack task) {
        String label = task.label();
        return label.startsWith(USUAL_SCHEME) ? label.substring(USUAL_SCHEME.length()) : label;
    }

    /** A count and what is counted: {@code 1 task}, {@code 9,800 tasks}. */
    static String count(int count, String one) {
        return Counts.text(count, one);
    }
}
