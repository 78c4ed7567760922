package dev.overlap.protocol.recording;

import dev.overlap.protocol.ProtocolEvent;
import dev.overlap.protocol.ProtocolEvent.Begin;
import dev.overlap.protocol.ProtocolEvent.Busy;
import dev.overlap.protocol.ProtocolEvent.Bye;
import dev.overlap.protocol.ProtocolEvent.Clock;
import dev.overlap.protocol.ProtocolEvent.Collected;
import dev.overlap.protocol.ProtocolEvent.ExchangeBegin;
import dev.overlap.protocol.ProtocolEvent.ExchangeEnd;
import dev.overlap.protocol.ProtocolEvent.Hello;
import dev.overlap.protocol.ProtocolEvent.Idle;
import dev.overlap.protocol.ProtocolEvent.Kill;
import dev.overlap.protocol.ProtocolEvent.Note;
import dev.overlap.protocol.ProtocolEvent.PhaseChange;
import dev.overlap.protocol.ProtocolEvent.Slice;
import dev.overlap.protocol.ProtocolEvent.Task;
import dev.overlap.protocol.ProtocolEvent.TaskEnd;
import dev.overlap.protocol.ProtocolEvent.Unknown;
import dev.overlap.protocol.ProtocolEvent.Watermark;
import dev.overlap.protocol.ProtocolEvent.Worker;
import dev.overlap.protocol.ProtocolEvent.WorkerEnd;
import dev.overlap.trace.Outcome;

import org.jspecify.annotations.Nullable;

/** Writes the events of one stream, in order of time. Instants are those of this process. */
final class StreamWriter {

    private final RunWriter run;
    private final EventOrder order;
    private final StreamTasks tasks;
    private final StreamWorkers workers;
    private final StreamExchanges exchanges;
    private long latestNanos;
    private boolean hasSaidBye;

    StreamWriter(RunWriter run, EventOrder order, Hello hello, long helloNanos) {
        this.run = run;
        this.order = order;
        boolean isFirst = run.addStream(hello, helloNanos);
        tasks = new StreamTasks(run);
        workers = new StreamWorkers(run, hello.pid(), isFirst, helloNanos);
        exchanges = new StreamExchanges(run, isFirst ? "" : hello.pid() + ": ");
        latestNanos = helloNanos;
    }

    /** Returns whether the process has told that it ends. */
    boolean hasSaidBye() {
        return hasSaidBye;
    }

    /** Returns the instant of the latest event. */
    long latestNanos() {
        return latestNanos;
    }

    /** Writes an event. */
    void write(ProtocolEvent event, long nanoTime) {
        latestNanos = Math.max(latestNanos, nanoTime);
        switch (event) {
            case Hello _, Clock _, Watermark _ -> {} // of the stream, not of the run
            case Begin _ -> begin(nanoTime);
            case Worker worker -> workers.add(worker, nanoTime);
            case WorkerEnd end -> workers.end(end, nanoTime);
            case Task task -> add(task, nanoTime);
            case TaskEnd end -> tasks.end(end, nanoTime);
            case ExchangeEnd end -> exchanges.end(end, nanoTime);
            case Note note -> run.notes().add(RecordedText.sentence(note.text()));
            case Collected collected -> run.collected(collected.id(), nanoTime);
            case Kill kill -> run.kill(kill.pid());
            case Bye bye -> end(bye);
            case Unknown _ -> run.notes().unknown++;
            case PhaseChange _, Busy _, Idle _, Slice _, ExchangeBegin _ -> {
                if (run.hasRoom()) {
                    writeChange(event, nanoTime);
                }
            }
        }
    }

    private void begin(long nanoTime) {
        run.begin(nanoTime);
        workers.ready(nanoTime);
    }

    private void add(Task task, long nanoTime) {
        if (tasks.add(task, nanoTime)) {
            workers.ready(nanoTime);
        }
    }

    private void end(Bye bye) {
        hasSaidBye = true;
        run.notes().addLost(Math.max(0, bye.lost()));
        workers.use(bye.cpu());
    }

    private void writeChange(ProtocolEvent event, long nanoTime) {
        switch (event) {
            case PhaseChange change -> enter(change, nanoTime);
            case Busy busy -> busy(busy, nanoTime);
            case Idle idle -> idle(idle, nanoTime);
            case Slice slice -> slice(slice, nanoTime);
            case ExchangeBegin begin -> exchange(begin, nanoTime);
            default -> {} // written already
        }
    }

    private void enter(PhaseChange change, long nanoTime) {
        TaskRow row = tasks.enter(change, nanoTime);
        WorkerLane lane = workers.lane(change.worker(), nanoTime);
        if (row != null) {
            workers.ready(nanoTime);
            if (lane != null) {
                row.setWorker(lane.index());
            }
        }
    }

    private void busy(Busy busy, long nanoTime) {
        WorkerLane lane = workers.lane(busy.worker(), nanoTime);
        if (lane != null) {
            lane.begin(runs(busy.task(), nanoTime), nanoTime);
        }
    }

    private @Nullable TaskRow runs(long task, long nanoTime) {
        TaskRow row = tasks.row(task, nanoTime);
        if (row != null) {
            workers.ready(nanoTime);
        }
        return row;
    }

    private void idle(Idle idle, long nanoTime) {
        WorkerLane lane = workers.lane(idle.worker(), nanoTime);
        if (lane != null) {
            lane.idle(idle.cpu(), nanoTime);
        }
    }

    private void slice(Slice slice, long nanoTime) {
        WorkerLane lane = workers.lane(slice.worker(), nanoTime);
        if (lane != null) {
            long end = nanoTime + Math.min(slice.duration(), RecordingLimits.MAX_NANOS);
            latestNanos = Math.max(latestNanos, end);
            lane.run(runs(slice.task(), nanoTime), nanoTime, end, slice.cpu());
            order.add(end, () -> lane.advance(end));
        }
    }

    private void exchange(ExchangeBegin begin, long nanoTime) {
        TaskRow row = tasks.row(begin.task(), nanoTime);
        if (row != null) {
            exchanges.begin(begin, row, nanoTime);
        }
    }

    /**
     * Ends the stream.
     *
     * @param ending of the tasks that have none
     */
    void close(Outcome ending, long nanoTime) {
        long end = Math.max(latestNanos, nanoTime);
        workers.close(end);
        tasks.close(ending, end);
        exchanges.close();
    }
}
