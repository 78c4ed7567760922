package dev.overlap.export.chrometrace;

import dev.overlap.export.chrometrace.TraceEvents.Slice;
import dev.overlap.export.chrometrace.TraceEvents.Track;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;
import dev.overlap.trace.WorkerStartup;
import dev.overlap.trace.WorkerTrack;
import dev.overlap.trace.metrics.ConcurrencyCurve;

import java.io.IOException;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The events of one run. Slices on one track nest strictly: on a worker's the phases of a task lie
 * in the slice in which it had the worker, clipped to it; on a task's they lie in that of its whole
 * life. An arrow leads from a task to each worker that ran it, to its first slice there.
 */
final class RunEvents {

    private final Trace trace;
    private final int workers;
    private final int tasks;
    private final long horizon;
    private final TraceEvents events;

    private RunEvents(Trace trace, int process, TraceEvents events) {
        this.trace = trace;
        this.workers = process;
        this.tasks = process + 1;
        this.horizon = trace.horizonNanos();
        this.events = events;
    }

    /**
     * Writes a run.
     *
     * @param process the id of the process of its workers; that of its tasks is the next one
     */
    static void write(String name, Trace trace, int process, TraceEvents events)
            throws IOException {
        RunEvents run = new RunEvents(trace, process, events);
        events.process(run.workers, name + ": workers", run.workers);
        events.process(run.tasks, name + ": tasks", run.tasks);
        for (TaskTrack task : trace.tasks()) {
            run.write(task);
        }
        for (WorkerTrack worker : trace.workers()) {
            run.write(worker);
        }
        run.writeInFlight();
    }

    private void write(TaskTrack task) throws IOException {
        Track track = new Track(tasks, task.index() + 1);
        events.track(track, Map.of("name", name(task)));
        if (task.segments() > 0) {
            long begin = task.beginNanos();
            long end = Math.max(begin, Math.min(task.endNanos(), horizon));
            Slice life = new Slice(Category.TASK.id(), name(task), begin, end);
            events.slice(track, life, TaskArguments.of(trace, task));
            writePhases(task, new Segments(0, task.segments()), life, track);
        }
    }

    private void write(WorkerTrack worker) throws IOException {
        Track track = new Track(workers, worker.index() + 1);
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("name", worker.name());
        about.put("role", worker.role().word());
        events.track(track, about);
        writeStartUp(track, worker);
        BitSet met = new BitSet();
        for (int slice = 0, n = worker.slices(); slice < n; slice++) {
            int task = worker.task(slice);
            write(track, worker, slice);
            if (task >= 0 && !met.get(task)) {
                met.set(task);
                writeFlow(trace.task(task), track, worker.begin(slice));
            }
        }
    }

    private void write(Track on, WorkerTrack worker, int slice) throws IOException {
        int task = worker.task(slice);
        long begin = worker.begin(slice);
        long end = Math.max(begin, Math.min(worker.end(slice), horizon));
        String name = task < 0 ? worker.role().word() : name(trace.task(task));
        Slice busy = new Slice(Category.WORKER.id(), name, begin, end);
        events.slice(on, busy, task < 0 ? Map.of() : Map.of("task", task + 1));
        if (task >= 0 && worker.role().runsOneTaskAtATime()) {
            TaskTrack track = trace.task(task);
            int first = Math.max(0, track.segmentAt(begin));
            writePhases(track, new Segments(first, track.segmentAt(end - 1) + 1), busy, on);
        }
    }

    /** Ends with the first slice at the latest. */
    private void writeStartUp(Track track, WorkerTrack worker) throws IOException {
        WorkerStartup startUp = worker.startUp();
        if (startUp == null) {
            return;
        }
        long first = worker.slices() == 0 ? horizon : worker.begin(0);
        long end = Math.min(Math.min(startUp.endNanos(), horizon), first);
        if (startUp.beginNanos() <= end) {
            String start = Category.START_UP.id();
            events.slice(track, new Slice(start, start, startUp.beginNanos(), end), Map.of());
        }
    }

    /** Segments of a task; {@code end} is not among them. */
    private record Segments(int first, int end) {}

    /** Writes segments of a task, clipped to the slice that they lie in. */
    private void writePhases(TaskTrack task, Segments segments, Slice in, Track track)
            throws IOException {
        for (int s = segments.first; s < segments.end; s++) {
            long from = Math.clamp(task.begin(s), in.beginNanos(), in.endNanos());
            long to = Math.clamp(task.end(s), from, in.endNanos());
            Slice phase = new Slice(Category.PHASE.id(), task.phase(s).id(), from, to);
            events.slice(track, phase, Map.of());
        }
    }

    /** An arrow begins in a slice, which ends before its end. */
    private void writeFlow(TaskTrack task, Track worker, long nanos) throws IOException {
        long end = Math.min(task.endNanos(), horizon);
        if (task.beginNanos() >= 0 && task.beginNanos() <= nanos && nanos < end) {
            events.flow(new Track(tasks, task.index() + 1), worker, nanos);
        }
    }

    private void writeInFlight() throws IOException {
        ConcurrencyCurve curve = ConcurrencyCurve.of(trace, horizon);
        events.counter(workers, "in flight", 0, 0);
        for (int step = 0; step < curve.nanos().length; step++) {
            events.counter(workers, "in flight", curve.nanos()[step], curve.level()[step]);
        }
    }

    private static String name(TaskTrack task) {
        return task.number() == 0 ? task.label() : task.label() + " #" + task.number();
    }
}
