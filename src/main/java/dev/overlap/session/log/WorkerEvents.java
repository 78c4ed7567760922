package dev.overlap.session.log;

import dev.overlap.trace.TraceRestorer;
import dev.overlap.trace.WorkerTrack.Role;

import java.util.ArrayList;
import java.util.List;

/** Restores what events tell of workers. */
final class WorkerEvents {

    private final TraceRestorer trace;
    private final Leftovers leftovers;

    /** The thread of the last slice of each worker: the next one tells it only if it is another. */
    private final List<Long> threads = new ArrayList<>();

    WorkerEvents(TraceRestorer trace, Leftovers leftovers) {
        this.trace = trace;
        this.leftovers = leftovers;
    }

    /** Restores an event; returns false if it is of something else. */
    boolean add(LogEvent event) {
        switch (event.name()) {
            case EventName.WORKER -> addWorker(event);
            case EventName.WORKER_START ->
                    trace.starts(
                            worker(event), event.integer(FieldName.INSTEAD, -1), event.nanos());
            case EventName.WORKER_READY -> trace.started(worker(event), event.nanos());
            case EventName.WORKER_END -> setFigures(event);
            case EventName.BUSY -> busy(event);
            case EventName.SLICE -> {
                busy(event);
                long end = Math.addExact(event.nanos(), event.number(FieldName.DURATION));
                trace.idle(worker(event), end);
            }
            case EventName.HELPER -> trace.helper(event.text(FieldName.NAME), event.nanos());
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Returns the index of the worker that an event is about. */
    private int worker(LogEvent event) {
        int worker = event.integer(FieldName.WORKER);
        if (worker < 0 || worker >= threads.size()) {
            throw new IllegalArgumentException("there is no worker " + worker);
        }
        return worker;
    }

    private void addWorker(LogEvent event) {
        if (event.integer(FieldName.WORKER) != threads.size()) {
            throw new IllegalArgumentException("workers are counted from 0");
        }
        Role role = EnumCodes.read(Role.class, event.text(FieldName.KIND));
        trace.addWorker(
                event.text(FieldName.NAME), leftovers.known(role, Role.THREAD), event.nanos());
        threads.add(0L);
    }

    private void busy(LogEvent event) {
        int worker = worker(event);
        if (event.has(FieldName.THREAD)) {
            threads.set(worker, event.number(FieldName.THREAD));
        }
        trace.busy(worker, event.integer(FieldName.TASK, -1), threads.get(worker), event.nanos());
        if (event.has(FieldName.FIRST_CARRIER)) {
            int first = event.integer(FieldName.FIRST_CARRIER);
            trace.setCarrier(worker, first);
            trace.setCarrier(worker, event.integer(FieldName.LAST_CARRIER, first));
        }
    }

    private void setFigures(LogEvent event) {
        int worker = worker(event);
        if (event.has(FieldName.CPU)) {
            trace.used(worker, event.number(FieldName.CPU));
        }
        if (event.has(FieldName.FORCED)) {
            trace.forced(worker, event.number(FieldName.FORCED));
        }
    }
}
