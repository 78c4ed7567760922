package dev.overlap.session.log;

import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.WaitDetail;

import org.jspecify.annotations.Nullable;

/**
 * The events of a task: its phases and its end, and between them what {@link TaskDetails} knows.
 * The details are collected once the task leaves its queue, since most tasks of a large run do not
 * overlap in time.
 */
final class TaskCursor implements EventCursor {

    private final TaskTrack task;
    private final long horizonNanos;
    private final @Nullable Outcome outcome;
    private final int segments;
    private int segment;
    private boolean isWorkerTold;
    private boolean isEnded;
    private @Nullable TimedEvents details;

    /** Begins after the event {@link #writeTask}. */
    TaskCursor(TaskTrack task, long horizonNanos) {
        this.task = task;
        this.horizonNanos = horizonNanos;
        outcome = task.outcome(); // read first: nothing is entered after the end
        segments = task.segments();
        segment = isCreatedAtZero(task) ? 1 : 0;
        isWorkerTold = task.worker() < 0;
        isEnded = outcome == null && (segments == 0 || task.end(segments - 1) == TaskTrack.OPEN);
    }

    /** Writes the event that introduces a task. */
    static void writeTask(TaskTrack task, LogLines lines) {
        lines.event(EventName.TASK, 0)
                .put(FieldName.TASK, task.index())
                .put(FieldName.NAME, task.label());
        if (isCreatedAtZero(task)) {
            lines.put(FieldName.PHASE, Phase.QUEUED.name());
        }
        lines.putUnlessEmpty(FieldName.SOURCE, task.source());
    }

    private static boolean isCreatedAtZero(TaskTrack task) {
        return task.segments() > 0 && task.begin(0) == 0 && task.phase(0) == Phase.QUEUED;
    }

    @Override
    public boolean hasNext() {
        return segment < segments || !isEnded || hasDetail();
    }

    @Override
    public long nanos() {
        return hasDetail() ? Math.min(ownNanos(), detailNanos()) : ownNanos();
    }

    private boolean hasDetail() {
        if (details == null && (segment > 1 || segment >= segments)) {
            details = TaskDetails.of(task, outcome, horizonNanos, !isWorkerTold);
        }
        return details != null && details.hasNext();
    }

    private long detailNanos() {
        return details == null ? TaskTrack.OPEN : details.nanos();
    }

    private long ownNanos() {
        if (segment < segments) {
            return task.begin(segment);
        }
        return isEnded ? TaskTrack.OPEN : endNanos();
    }

    private long endNanos() {
        return outcome == null ? task.end(segments - 1) : task.endNanos();
    }

    @Override
    public @Nullable EventCursor write(LogLines lines) {
        if (details != null && hasDetail() && detailNanos() < ownNanos()) {
            return details.write(lines);
        }
        if (segment < segments) {
            writePhase(segment++, lines);
        } else {
            isEnded = true;
            writeEnd(lines);
        }
        return null;
    }

    private void writePhase(int at, LogLines lines) {
        lines.event(EventName.PHASE, task.begin(at))
                .put(FieldName.TASK, task.index())
                .put(FieldName.PHASE, task.phase(at).name());
        if (task.isForLock(at)) {
            lines.put(FieldName.ON, LogFormat.GIL);
        }
        WaitDetail detail = task.detail(at);
        lines.putUnlessEmpty(FieldName.WHAT, detail.on()).put(FieldName.TASKS, detail.tasks());
        putWorker(lines);
    }

    private void putWorker(LogLines lines) {
        if (!isWorkerTold) {
            isWorkerTold = true;
            lines.put(FieldName.WORKER, task.worker());
        }
    }

    private void writeEnd(LogLines lines) {
        String name = outcome == null ? EventName.RELEASE : EventName.END;
        lines.event(name, endNanos()).put(FieldName.TASK, task.index());
        putWorker(lines);
        if (outcome != null) {
            OutcomeCodec.put(outcome, lines);
            lines.putUnless(-1, FieldName.CPU, task.cpuNanos());
        }
    }
}
