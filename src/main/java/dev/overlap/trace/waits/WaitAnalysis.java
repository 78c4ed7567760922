package dev.overlap.trace.waits;

import dev.overlap.trace.Phase;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * Explains why a task waited, from its trace alone, without the plan or the model.
 *
 * <p>Waits for a worker or a connection that are shorter than {@value Stretch#MIN_WAIT_NANOS} ns
 * are the cost of dispatching, and are left out. Visits what happened during the waits and, for a
 * connection, every task; meant for one task at a time.
 */
public final class WaitAnalysis {

    private final Trace trace;
    private final TaskTrack task;
    private final long until;
    private final List<TimedWait> found = new ArrayList<>();
    private Stretch now = new Stretch(0, 0, true);
    private boolean lockAdded;

    private WaitAnalysis(Trace trace, TaskTrack task, long untilNanos) {
        this.trace = trace;
        this.task = task;
        this.until = untilNanos;
    }

    /** Returns the waits of a task up to an instant, in order of time. */
    public static List<Wait> of(Trace trace, int task, long untilNanos) {
        return timed(trace, task, untilNanos).stream().map(TimedWait::cause).toList();
    }

    /** As {@link #of}, with the interval of each wait. */
    static List<TimedWait> timed(Trace trace, int task, long untilNanos) {
        WaitAnalysis waitAnalysis = new WaitAnalysis(trace, trace.task(task), untilNanos);
        waitAnalysis.analyse();
        return List.copyOf(waitAnalysis.found);
    }

    private void analyse() {
        int exchange = 0;
        for (int s = 0, n = task.segments(); s < n && task.begin(s) < until; s++) {
            Stretch stretch = stretch(s);
            now = stretch;
            switch (task.phase(s)) {
                case QUEUED -> add(queued(stretch));
                case READY -> ready(s);
                case BLOCKED -> add(new ResourceWaits(trace, task).during(s, stretch));
                case LEASE -> add(new ConnectionWaits(trace, task, exchange++).during(stretch));
                default -> {
                    if (task.phase(s).awaitsNetwork()) {
                        add(new LoopWaits(trace, task).toLook(task.phase(s), stretch));
                    }
                }
            }
        }
    }

    /**
     * Returns all waits for the interpreter lock from a segment on in one; null if already added.
     */
    private @Nullable Wait forLock(int first) {
        if (lockAdded) {
            return null;
        }
        lockAdded = true;
        long nanos = 0;
        int times = 0;
        boolean over = true;
        for (int s = first, n = task.segments(); s < n && task.begin(s) < until; s++) {
            if (task.isForLock(s)) {
                Stretch stretch = stretch(s);
                nanos += stretch.nanos();
                times++;
                over = stretch.over();
            }
        }
        return new Wait.ForLock(nanos, over, times);
    }

    private @Nullable Wait queued(Stretch queued) {
        return trace.maxConcurrentTasks() < trace.tasks().size()
                ? new ConcurrencyLimitWaits(trace).during(queued)
                : new WorkerWaits(trace, task, false).toBeDispatched(queued);
    }

    /**
     * Adds the wait for the loop and, if the loop's step handed the task to a helper thread, the
     * wait for that thread.
     */
    private void ready(int segment) {
        if (task.isForLock(segment)) {
            add(forLock(segment));
            return;
        }
        Stretch ready = stretch(segment);
        LoopWaits loop = new LoopWaits(trace, task);
        Stretch rest = loop.afterHandOff(ready);
        boolean again = hasWorkedBefore(segment);
        if (rest == null) {
            Wait toRun = loop.toRun(ready, again);
            add(toRun == null ? new ResourceWaits(trace, task).toGoOn(segment, ready) : toRun);
        } else {
            now = new Stretch(ready.begin(), rest.begin(), true);
            add(loop.toRun(now, again));
            now = rest;
            add(new WorkerWaits(trace, task, true).during(rest));
        }
    }

    private boolean hasWorkedBefore(int segment) {
        for (int s = segment - 1; s >= 0; s--) {
            if (task.phase(s).isWork() || task.phase(s) == Phase.BLOCKED) {
                return true;
            }
        }
        return false;
    }

    private Stretch stretch(int segment) {
        long end = task.end(segment);
        return new Stretch(task.begin(segment), Math.min(end, until), end <= until);
    }

    private void add(@Nullable Wait wait) {
        if (wait != null) {
            found.add(new TimedWait(wait, now.begin(), now.end()));
        }
    }
}
