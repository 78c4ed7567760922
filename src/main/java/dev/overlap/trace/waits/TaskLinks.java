package dev.overlap.trace.waits;

import dev.overlap.trace.ConnectionTrack;
import dev.overlap.trace.Exchange;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;
import dev.overlap.trace.WorkerTrack;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds what a task is related to: its worker, the tasks that used its connections before, and the
 * tasks that it waited for, as {@link WaitAnalysis} explains them. Only what the trace knows up to
 * an instant; for one task at a time.
 */
public final class TaskLinks {

    private final Trace trace;
    private final TaskTrack task;
    private final long until;
    private final List<TaskLink> found = new ArrayList<>();

    private TaskLinks(Trace trace, TaskTrack task, long untilNanos) {
        this.trace = trace;
        this.task = task;
        this.until = untilNanos;
    }

    /** Returns the links of a task up to an instant: first its worker, then by kind and time. */
    public static List<TaskLink> of(Trace trace, int task, long untilNanos) {
        TaskLinks links = new TaskLinks(trace, trace.task(task), untilNanos);
        links.worker();
        WaitAnalysis.timed(trace, task, untilNanos).forEach(links::cause);
        links.connections();
        return List.copyOf(links.found);
    }

    private void worker() {
        if (task.worker() < 0) {
            return;
        }
        long taken = taken(trace.worker(task.worker()));
        if (taken >= 0 && taken <= until) {
            found.add(new TaskLink(TaskLink.Cause.WORKER, task.worker(), taken, 0));
        }
    }

    /** When a worker first did something for the task, or -1 if that is not known. */
    private long taken(WorkerTrack worker) {
        int size = worker.slices();
        long start = task.startNanos();
        int first = start == TaskTrack.OPEN ? 0 : Math.max(0, worker.sliceAt(start));
        for (int slice = first; slice < size && worker.begin(slice) <= until; slice++) {
            if (worker.task(slice) == task.index()) {
                return worker.begin(slice);
            }
        }
        return -1;
    }

    private void cause(TimedWait timed) {
        long end = timed.endNanos();
        switch (timed.cause()) {
            case Wait.ForWorker worker ->
                    add(TaskLink.Cause.WORKER_FREED, worker.lastTask(), end, worker);
            case Wait.ForPlace place -> add(TaskLink.Cause.ROOM, place.lastTask(), end, place);
            case Wait.ForLoop loop -> holder(loop.holders(), end);
            case Wait.ForLook look -> holder(look.holders(), look.freeNanos());
            case Wait.ForConnection wait -> {
                if (!wait.reused()) {
                    add(TaskLink.Cause.CONNECTION_FREED, wait.lastTask(), end, wait);
                }
            }
            case Wait.ForResource resource ->
                    resource.heldBy()
                            .forEach(other -> add(TaskLink.Cause.RESOURCE, other, end, resource));
            case Wait.ForStartUp _,
                    Wait.ForHandingOver _,
                    Wait.ForLock _,
                    Wait.ForResumption _ -> {}
        }
    }

    private void add(TaskLink.Cause reason, int other, long atNanos, Wait wait) {
        add(reason, other, atNanos, wait.nanos());
    }

    private void add(TaskLink.Cause reason, int other, long atNanos, long nanos) {
        if (other >= 0 && other != task.index()) {
            found.add(new TaskLink(reason, other, atNanos, nanos));
        }
    }

    private void holder(List<Wait.Holder> holders, long atNanos) {
        Wait.Holder longest = holders.isEmpty() ? null : holders.getFirst();
        if (longest != null && longest.nanos() >= Stretch.MIN_WAIT_NANOS) {
            add(TaskLink.Cause.LOOP, longest.task(), atNanos, longest.nanos());
        }
    }

    private void connections() {
        for (Exchange exchange : task.exchanges()) {
            ConnectionTrack connection = trace.connection(exchange);
            if (connection != null) {
                connection(connection, use(connection, exchange));
            }
        }
    }

    private void connection(ConnectionTrack connection, int use) {
        if (use > 0) {
            int before = connection.task(use - 1);
            add(TaskLink.Cause.CONNECTION, before, connection.begin(use), 0);
        }
    }

    /** The use of a connection by an exchange of the task, or -1 if it has not begun. */
    private int use(ConnectionTrack connection, Exchange exchange) {
        for (int use = connection.useAt(until); use >= 0; use--) {
            if (connection.task(use) == task.index()
                    && connection.exchange(use) == exchange.number()) {
                return use;
            }
        }
        return -1;
    }
}
