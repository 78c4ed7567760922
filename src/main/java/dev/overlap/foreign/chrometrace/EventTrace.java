package dev.overlap.foreign.chrometrace;

import dev.overlap.foreign.chrometrace.DrawnEvents.Busy;
import dev.overlap.foreign.chrometrace.DrawnEvents.DrawnLane;
import dev.overlap.trace.Trace;
import dev.overlap.trace.TraceRestorer;

import org.jspecify.annotations.Nullable;

import java.util.IdentityHashMap;
import java.util.List;

/** Makes a trace of what is drawn of a file. */
final class EventTrace {

    private final TraceContent content;
    private final DrawnEvents drawn;
    private final TraceRestorer trace;
    private final long zero;
    private final IdentityHashMap<Row, Integer> tasks = new IdentityHashMap<>();
    private final IdentityHashMap<Lane, Integer> workers = new IdentityHashMap<>();

    private EventTrace(TraceContent content, DrawnEvents drawn) {
        this.content = content;
        this.drawn = drawn;
        zero = drawn.beginNanos();
        List<String> labels = drawn.rows().stream().map(Row::label).toList();
        trace = new TraceRestorer(labels, Math.max(1, drawn.lanes().size()));
    }

    static Trace of(TraceContent content, DrawnEvents drawn) {
        EventTrace made = new EventTrace(content, drawn);
        made.trace.setForeign();
        made.trace.begin();
        made.addWorkers();
        made.addTasks();
        made.addSlices();
        boolean hasEnded = drawn.rows().stream().allMatch(row -> row.outcome() != null);
        return hasEnded ? made.trace.finish() : made.trace.stop(drawn.endNanos() - made.zero);
    }

    private void addWorkers() {
        long processes = drawn.lanes().stream().map(it -> it.lane().process()).distinct().count();
        for (DrawnLane it : drawn.lanes()) {
            Lane lane = it.lane();
            String process = processes == 1 ? "" : processName(lane) + ": ";
            workers.put(lane, workers.size());
            trace.addWorker(process + lane.name(), lane.role(), 0);
        }
    }

    private String processName(Lane lane) {
        String name = content.processName(lane.process());
        return name.isEmpty() ? "process " + lane.process() : name;
    }

    private void addTasks() {
        for (Row row : drawn.rows()) {
            int task = tasks.size();
            tasks.put(row, task);
            for (Row.PhaseBegin phase : row.phases()) {
                trace.enter(task, phase.phase(), false, phase.nanos() - zero);
            }
            Integer worker = workers.get(row.lane());
            if (worker != null) {
                trace.setWorker(task, worker);
            }
            if (row.outcome() != null) {
                trace.end(task, row.outcome(), row.endNanos() - zero);
            }
        }
    }

    private void addSlices() {
        for (int worker = 0; worker < drawn.lanes().size(); worker++) {
            DrawnLane it = drawn.lanes().get(worker);
            if (it.startUp() != null) {
                trace.starts(worker, -1, it.startUp().beginNanos() - zero);
                trace.started(worker, it.startUp().endNanos() - zero);
            }
            for (Busy busy : it.busy()) {
                trace.busy(worker, task(busy.row()), worker + 1, busy.beginNanos() - zero);
                trace.idle(worker, busy.endNanos() - zero);
            }
        }
    }

    private int task(@Nullable Row row) {
        return row == null ? -1 : tasks.getOrDefault(row, -1);
    }
}
