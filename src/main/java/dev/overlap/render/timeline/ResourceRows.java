package dev.overlap.render.timeline;

import dev.overlap.render.resource.ResourceTimeline;
import dev.overlap.trace.ConnectionTrack;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;

import java.util.Objects;
import java.util.stream.IntStream;

/**
 * The order of the rows of resources: those of the list, then the GIL, then the connections.
 *
 * @param named the number of those of the list
 * @param interpreterLock 1 if there is a row for the GIL, else 0
 * @param connections the number of connections
 */
record ResourceRows(int named, int interpreterLock, int connections) {

    static ResourceRows of(ChartFrame frame) {
        return new ResourceRows(
                frame.trace().resources().size(),
                frame.metrics().resources().hasInterpreterLock() ? 1 : 0,
                frame.usedConnections());
    }

    boolean isConnection(int index) {
        return index >= named + interpreterLock;
    }

    /** Returns the connection of a row, as an index into the connections of the trace. */
    int connection(int index) {
        return index - named - interpreterLock;
    }

    /** Returns the resource of a row that is not that of a connection. */
    ResourceTimeline resource(ChartFrame frame, int index) {
        return index < named
                ? frame.metrics().resources().get(index)
                : frame.metrics().resources().interpreterLock();
    }

    /** Returns the rows of the resources that a task has asked for by the shown instant. */
    IntStream of(ChartFrame frame, TaskTrack task) {
        IntStream others =
                IntStream.range(0, named + interpreterLock)
                        .filter(
                                index ->
                                        resource(frame, index)
                                                .wasUsedBy(task.index(), frame.horizonNanos()));
        IntStream own = connectionsOf(frame, task).map(it -> it + named + interpreterLock);
        return IntStream.concat(others, own);
    }

    /** Returns the connections that a task has used by the shown instant. */
    static IntStream connectionsOf(ChartFrame frame, TaskTrack task) {
        Trace trace = frame.trace();
        return task.exchanges().stream()
                .map(trace::connection)
                .filter(Objects::nonNull)
                .distinct()
                .filter(it -> it.wasUsedBy(task.index(), frame.horizonNanos()))
                .mapToInt(ConnectionTrack::index);
    }
}
