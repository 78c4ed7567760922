package dev.overlap.session.log;

import dev.overlap.trace.CollectRule;
import dev.overlap.trace.ConnectionTrack;
import dev.overlap.trace.Deadlock;
import dev.overlap.trace.ResourceTrack;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;
import dev.overlap.trace.WorkerTrack;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes all that a trace knows as events in order of time.
 *
 * <p>The trace may still grow: what it holds when the writing begins is written, and perhaps some
 * of what is added meanwhile. What refers to other things is looked at before them, so that they
 * are all in the log.
 */
final class TraceLogWriter {

    private final Trace trace;
    private final LogLines lines;
    private final boolean isFinished;
    private final long horizonNanos;

    TraceLogWriter(Trace trace, LogLines lines) {
        this.trace = trace;
        this.lines = lines;
        isFinished = trace.isFinished();
        horizonNanos = trace.horizonNanos();
    }

    void write() {
        List<EventCursor> connections = new ArrayList<>();
        for (ConnectionTrack connection : List.copyOf(trace.connections())) {
            connections.add(new ConnectionCursor(connection));
        }
        List<EventCursor> resources = resources();
        List<EventCursor> tasks = new ArrayList<>();
        trace.tasks().forEach(task -> tasks.add(new TaskCursor(task, horizonNanos)));
        writeHead();
        EventMerger merger = new EventMerger();
        merger.add(TimedEvents.of(trace.helperThreads(), Trace.Helper::sinceNanos, this::write));
        merger.addInOrder(workers());
        tasks.forEach(merger::add);
        resources.forEach(merger::add);
        merger.addInOrder(connections);
        merger.writeTo(lines);
        writeTail();
    }

    private List<EventCursor> workers() {
        List<EventCursor> cursors = new ArrayList<>();
        for (WorkerTrack worker : List.copyOf(trace.workers())) {
            cursors.add(new WorkerCursor(worker, horizonNanos));
        }
        return cursors;
    }

    private List<EventCursor> resources() {
        List<EventCursor> cursors = new ArrayList<>();
        cursors.add(TimedEvents.of(trace.deadlocks(), Deadlock::nanos, this::write));
        for (ResourceTrack resource : trace.resources()) {
            int index = resource.index();
            cursors.add(new UseCursors(resource));
            cursors.add(
                    TimedEvents.of(
                            resource.levels(),
                            ResourceTrack.Level::nanos,
                            (level, to) -> write(level, index, to)));
            cursors.add(
                    TimedEvents.of(
                            resource.accesses(),
                            ResourceTrack.Access::nanos,
                            (access, to) -> write(access, index, to)));
        }
        return cursors;
    }

    private void writeHead() {
        for (TaskTrack task : trace.tasks()) {
            TaskCursor.writeTask(task, lines);
        }
        for (ResourceTrack resource : trace.resources()) {
            lines.event(EventName.RESOURCE, 0)
                    .put(FieldName.RESOURCE, resource.index())
                    .put(FieldName.KIND, EnumCodes.of(resource.type()))
                    .put(FieldName.NAME, resource.name())
                    .put(FieldName.PLACES, resource.places());
        }
        for (String note : trace.notes()) {
            lines.event(EventName.NOTE, 0).put(FieldName.TEXT, note);
        }
        if (trace.maxConcurrentTasks() != Integer.MAX_VALUE) {
            lines.event(EventName.LIMIT, 0).put(FieldName.TASKS, trace.maxConcurrentTasks());
        }
        if (trace.collects() != CollectRule.AT_END) {
            lines.event(EventName.COLLECTS, 0).put(FieldName.HOW, EnumCodes.of(trace.collects()));
        }
        if (trace.hasBegun()) {
            lines.event(EventName.BEGIN, 0);
        }
    }

    private void write(Trace.Helper helper, LogLines to) {
        to.event(EventName.HELPER, helper.sinceNanos()).put(FieldName.NAME, helper.name());
    }

    private void write(Deadlock deadlock, LogLines to) {
        to.event(EventName.DEADLOCK, deadlock.nanos())
                .put(FieldName.NUMBER, deadlock.waits().size());
        for (Deadlock.StuckWait wait : deadlock.waits()) {
            to.event(EventName.STUCK, deadlock.nanos())
                    .put(FieldName.TASK, wait.task())
                    .put(FieldName.RESOURCE, wait.resource())
                    .put(FieldName.PURPOSE, EnumCodes.of(wait.purpose()))
                    .put(FieldName.HELD, wait.holders());
        }
    }

    private static void write(ResourceTrack.Level level, int resource, LogLines to) {
        to.event(EventName.LEVEL, level.nanos())
                .put(FieldName.RESOURCE, resource)
                .put(FieldName.ITEMS, level.items());
    }

    private static void write(ResourceTrack.Access access, int resource, LogLines to) {
        to.event(access.isWrite() ? EventName.WRITE : EventName.READ, access.nanos())
                .put(FieldName.RESOURCE, resource)
                .put(FieldName.TASK, access.task())
                .put(FieldName.VALUE, access.value());
    }

    /** Writes the totals, and whether the run was over. */
    private void writeTail() {
        for (ResourceTrack resource : trace.resources()) {
            if (resource.hasMoreAccesses()) {
                lines.event(EventName.ACCESSES, horizonNanos)
                        .put(FieldName.RESOURCE, resource.index());
            }
            for (ResourceTrack.Copy copy : resource.copies()) {
                lines.event(EventName.COUNT, horizonNanos)
                        .put(FieldName.RESOURCE, resource.index())
                        .putUnless(-1, FieldName.WORKER, copy.worker())
                        .put(FieldName.NUMBER, copy.increments())
                        .put(FieldName.VALUE, copy.value());
            }
        }
        lines.event(EventName.RUN_END, horizonNanos).put(FieldName.FINISHED, isFinished);
    }
}
