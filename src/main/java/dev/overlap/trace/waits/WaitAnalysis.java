package dev.overlap.trace.waits;

import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * Why a task waited, found in the trace alone: neither plan nor model is asked.
 *
 * <p>A wait shorter than {@value Stretch#WORTH_NANOS} ns for a worker or a connection is the time
 * that handing over takes, and is left out. Costs a look at what happened during the waits, and for
 * a connection at every task; asked for one task at a time.
 */
public final class WaitAnalysis {

    private final Trace trace;
    private final TaskTrack task;
    private final long until;
    private final List<Wait> found = new ArrayList<>();
    private boolean toldOfLock;

    private WaitAnalysis(Trace trace, TaskTrack task, long untilNanos) {
        this.trace = trace;
        this.task = task;
        this.until = untilNanos;
    }

    /** The waits of a task up to an instant, in the order of time. */
    public static List<Wait> of(Trace trace, int task, long untilNanos) {
        WaitAnalysis waitAnalysis = new WaitAnalysis(trace, trace.task(task), untilNanos);
        waitAnalysis.look();
        return List.copyOf(waitAnalysis.found);
    }

    private void look() {
        int exchange = 0;
        for (int s = 0, n = task.segments(); s < n && task.begin(s) < until; s++) {
            Stretch stretch = stretch(s);
            switch (task.phase(s)) {
                case QUEUED -> add(queued(stretch));
                case READY -> ready(s);
                case LEASE -> add(new ConnectionWaits(trace, task, exchange++).during(stretch));
                default -> {
                    if (task.phase(s).awaitsNetwork()) {
                        add(new LoopWaits(trace, task).toLook(task.phase(s), stretch));
                    }
                }
            }
        }
    }

    /** All waits for the interpreter lock, from a segment on, in one; null if already told. */
    private @Nullable Wait forLock(int first) {
        if (toldOfLock) {
            return null;
        }
        toldOfLock = true;
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
        return trace.mostAtOnce() < trace.tasks().size()
                ? new ConcurrencyLimitWaits(trace).during(queued)
                : new WorkerWaits(trace, task, false).toBeHandedOver(queued);
    }

    /** First for the loop; then, where the loop's step only handed it on, for a helper thread. */
    private void ready(int segment) {
        if (task.isForLock(segment)) {
            add(forLock(segment));
            return;
        }
        Stretch ready = stretch(segment);
        LoopWaits loop = new LoopWaits(trace, task);
        Stretch rest = loop.handedOn(ready);
        boolean again = hasWorkedBefore(segment);
        if (rest == null) {
            add(loop.toRun(ready, again));
        } else {
            add(loop.toRun(new Stretch(ready.begin(), rest.begin(), true), again));
            add(new WorkerWaits(trace, task, true).during(rest));
        }
    }

    private boolean hasWorkedBefore(int segment) {
        for (int s = segment - 1; s >= 0; s--) {
            if (task.phase(s).isWork()) {
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
            found.add(wait);
        }
    }
}
