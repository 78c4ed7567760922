package dev.overlap.export.har;

import dev.overlap.trace.Phase;
import dev.overlap.trace.TaskTrack;

import java.util.ArrayList;
import java.util.List;

/**
 * The segments of a task in which it made one request: those in which it was queued or ready just
 * before, the lease, and those in which it needed a connection. Computations, pauses and waits for
 * other resources lie between requests.
 *
 * @param first the first segment
 * @param lease the segment in which it asked for a connection or, if there is none, in which it
 *     first needed one
 * @param end the segment after the last one
 */
record RequestSegments(int first, int lease, int end) {

    /** Returns those of all requests of a task, in order. */
    static List<RequestSegments> of(TaskTrack track) {
        List<RequestSegments> found = new ArrayList<>();
        int known = track.segments();
        int from = 0;
        while (from < known) {
            RequestSegments request = startingAt(track, from, known);
            if (request.end > request.lease) {
                found.add(request);
            }
            from = Math.max(request.end, request.lease + 1);
        }
        return found;
    }

    private static RequestSegments startingAt(TaskTrack track, int first, int known) {
        int lease = first;
        while (lease < known && isBefore(track.phase(lease))) {
            lease++;
        }
        int end = lease;
        if (end < known && track.phase(end) == Phase.LEASE) {
            end++;
        }
        while (end < known && goesOn(track, lease, end)) {
            end++;
        }
        return new RequestSegments(first, lease, end);
    }

    private static boolean isBefore(Phase phase) {
        return phase == Phase.QUEUED || phase == Phase.READY;
    }

    /** A request never goes back to an earlier phase: the next one does. */
    private static boolean goesOn(TaskTrack track, int lease, int segment) {
        Phase phase = track.phase(segment);
        return phase.holdsConnection()
                && (segment == lease || phase.compareTo(track.phase(segment - 1)) > 0);
    }
}
