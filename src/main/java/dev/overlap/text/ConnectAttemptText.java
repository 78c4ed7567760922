package dev.overlap.text;

import dev.overlap.trace.ConnectAttempt;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.TraceMoment;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Which addresses were tried for a connection, in words. An address that connected at once is not
 * worth any.
 */
final class ConnectAttemptText {

    private ConnectAttemptText() {}

    /**
     * A line per exchange that tried several addresses, or one in vain, such as {@code Tried
     * 127.0.0.1 at 1.2 ms: closed after 251 ms; 127.0.0.2 at 251 ms: connected after 0.31 ms.}
     */
    static List<String> lines(TaskTrack task, TraceMoment moment) {
        return task.attempts().stream()
                .filter(attempt -> attempt.beginNanos() <= moment.horizonNanos())
                .collect(
                        Collectors.groupingBy(
                                ConnectAttempt::exchange, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .filter(attempts -> isWorthALine(attempts, moment))
                .map(attempts -> line(attempts, moment))
                .toList();
    }

    private static boolean isWorthALine(List<ConnectAttempt> attempts, TraceMoment moment) {
        ConnectAttempt first = attempts.getFirst();
        boolean failed =
                first.endNanos() <= moment.horizonNanos()
                        && first.result() instanceof ConnectAttempt.Failed;
        return attempts.size() > 1 || failed;
    }

    private static String line(List<ConnectAttempt> attempts, TraceMoment moment) {
        return attempts.stream()
                .map(attempt -> words(attempt, moment))
                .collect(Collectors.joining("; ", "Tried ", "."));
    }

    private static String words(ConnectAttempt attempt, TraceMoment moment) {
        String begun = attempt.address() + " at " + DurationFormat.text(attempt.beginNanos());
        return attempt.endNanos() > moment.horizonNanos()
                ? begun + ": pending"
                : begun
                        + ": "
                        + attempt.result().words()
                        + " after "
                        + DurationFormat.text(attempt.endNanos() - attempt.beginNanos());
    }
}
