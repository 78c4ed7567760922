package dev.overlap.session.log;

import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.WorkerStartup;
import dev.overlap.trace.WorkerTrack;

import org.jspecify.annotations.Nullable;

/** The events of a worker: its start, its slices, and at last its figures. */
final class WorkerCursor implements EventCursor {

    private final WorkerTrack worker;
    private final long horizonNanos;
    private final TimedEvents start = new TimedEvents();
    private final int slices;
    private int slice;
    private long thread;
    private boolean isEnded;

    WorkerCursor(WorkerTrack worker, long horizonNanos) {
        this.worker = worker;
        this.horizonNanos = horizonNanos;
        slices = worker.slices();
        isEnded = worker.cpuNanos() < 0 && worker.involuntarySwitches() < 0;
        start.add(worker.startNanos(), this::writeWorker);
        WorkerStartup startUp = worker.startUp();
        if (startUp != null) {
            addStartUp(startUp);
        }
    }

    private void writeWorker(LogLines lines) {
        lines.event(EventName.WORKER, worker.startNanos())
                .put(FieldName.WORKER, worker.index())
                .put(FieldName.KIND, EnumCodes.of(worker.role()))
                .put(FieldName.NAME, worker.name());
    }

    private void addStartUp(WorkerStartup startUp) {
        start.add(
                startUp.beginNanos(),
                lines ->
                        event(EventName.WORKER_START, startUp.beginNanos(), lines)
                                .putUnless(-1, FieldName.INSTEAD, startUp.inPlaceOf()));
        if (startUp.endNanos() != TaskTrack.OPEN) {
            start.add(
                    startUp.endNanos(),
                    lines -> event(EventName.WORKER_READY, startUp.endNanos(), lines));
        }
    }

    private LogLines event(String name, long nanos, LogLines lines) {
        return lines.event(name, nanos).put(FieldName.WORKER, worker.index());
    }

    @Override
    public boolean hasNext() {
        return start.hasNext() || slice < slices || !isEnded;
    }

    @Override
    public long nanos() {
        if (start.hasNext()) {
            return start.nanos();
        }
        return slice < slices ? worker.begin(slice) : horizonNanos;
    }

    @Override
    public @Nullable EventCursor write(LogLines lines) {
        if (start.hasNext()) {
            return start.write(lines);
        }
        if (slice < slices) {
            writeSlice(slice++, lines);
        } else {
            isEnded = true;
            writeEnd(lines);
        }
        return null;
    }

    private void writeSlice(int at, LogLines lines) {
        long begin = worker.begin(at);
        long end = worker.end(at);
        boolean isOpen = end == TaskTrack.OPEN;
        event(isOpen ? EventName.BUSY : EventName.SLICE, begin, lines)
                .putUnless(-1, FieldName.TASK, worker.task(at))
                .putUnless(thread, FieldName.THREAD, worker.thread(at));
        thread = worker.thread(at);
        if (!isOpen) {
            lines.put(FieldName.DURATION, end - begin);
        }
        if (worker.firstCarrier(at) >= 0) {
            lines.put(FieldName.FIRST_CARRIER, worker.firstCarrier(at))
                    .putUnless(
                            worker.firstCarrier(at),
                            FieldName.LAST_CARRIER,
                            worker.lastCarrier(at));
        }
    }

    private void writeEnd(LogLines lines) {
        event(EventName.WORKER_END, horizonNanos, lines)
                .putUnless(-1, FieldName.CPU, worker.cpuNanos())
                .putUnless(
                        WorkerTrack.NOT_REPORTED, FieldName.FORCED, worker.involuntarySwitches());
    }
}
