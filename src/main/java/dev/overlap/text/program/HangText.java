package dev.overlap.text.program;

import dev.overlap.text.DisplayNames;
import dev.overlap.text.DurationFormat;
import dev.overlap.trace.Phase;
import dev.overlap.trace.TaskTrack;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Says what the open tasks of a program wait for that has been silent for long. */
public final class HangText {

    private static final int MAX_TASKS = 20;

    private HangText() {}

    /**
     * A task that has not ended.
     *
     * @param name as it is drawn
     * @param phase that it is in
     * @param on what it waits for, as the tracer named it; null if that is not known
     * @param nanos for how long it has been in that phase
     */
    public record OpenTask(String name, Phase phase, @Nullable String on, long nanos) {

        /**
         * Returns a task in its last segment.
         *
         * @param nowNanos in the time of the trace
         */
        public static OpenTask of(TaskTrack task, int segment, long nowNanos) {
            return new OpenTask(
                    DisplayNames.whole(task),
                    task.phase(segment),
                    task.detail(segment).on(),
                    Math.max(0, nowNanos - task.begin(segment)));
        }
    }

    /**
     * Returns the first sentence, and then a line for each task, those that wait longest first.
     *
     * @param silentNanos for how long nothing has happened
     * @param tasks that are open; if there is none, nothing is said
     */
    public static List<String> of(long silentNanos, List<OpenTask> tasks) {
        List<String> lines = new ArrayList<>();
        if (tasks.isEmpty()) {
            return lines;
        }
        lines.add(
                "Nothing has happened for %s, and %s not ended:"
                        .formatted(
                                DurationFormat.text(silentNanos),
                                tasks.size() == 1 ? "1 task has" : tasks.size() + " tasks have"));
        tasks.stream()
                .sorted(Comparator.comparingLong(OpenTask::nanos).reversed())
                .limit(MAX_TASKS)
                .map(HangText::line)
                .forEach(lines::add);
        int more = tasks.size() - MAX_TASKS;
        if (more > 0) {
            lines.add("and " + more + " more.");
        }
        return lines;
    }

    private static String line(OpenTask task) {
        String on = task.on();
        return "%s %s%s, for %s"
                .formatted(
                        task.name(),
                        words(task.phase()),
                        on == null || on.isEmpty() ? "" : " (" + on + ")",
                        DurationFormat.text(task.nanos()));
    }

    private static String words(Phase phase) {
        return switch (phase) {
            case QUEUED -> "waits for a worker";
            case READY -> "could run, and waits for its turn";
            case BLOCKED -> "waits for a lock, a place or an item";
            case LEASE -> "waits for a connection";
            case DNS -> "waits for the address of its host";
            case CONNECT -> "waits for its host to take the connection";
            case TLS -> "waits for the TLS handshake";
            case SEND -> "is sending its request";
            case WAIT -> "waits for the reply";
            case RECEIVE -> "waits for the rest of the reply";
            case COMPUTE -> "computes";
            case PAUSE -> "sleeps";
            case AWAIT -> "waits for other tasks";
        };
    }
}
