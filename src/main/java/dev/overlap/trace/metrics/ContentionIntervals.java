package dev.overlap.trace.metrics;

import dev.overlap.trace.Phase;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;
import dev.overlap.trace.WorkerTrack;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The intervals in which a task competed for what it needed: its loop ran something for others, or
 * all processors were computing. The trace cannot show how much that delayed the task, only that it
 * may have.
 *
 * <p>Limits: it knows only what is in the trace, not the work of the operating system, of other
 * programs, or of the lab, which shares the processors.
 */
final class ContentionIntervals {

    private final Trace trace;
    private final long until;
    private final Map<Integer, DisjointIntervals> loops = new HashMap<>();
    private final long[] ownOnLoop;
    private final DisjointIntervals allComputing = new DisjointIntervals();
    private final DisjointIntervals moreComputing = new DisjointIntervals();

    /** Finds the intervals of a trace up to an instant. Visits every slice of every loop. */
    ContentionIntervals(Trace trace, long untilNanos) {
        this.trace = trace;
        this.until = untilNanos;
        this.ownOnLoop = new long[trace.tasks().size()];
        for (WorkerTrack worker : trace.workers()) {
            if (worker.role() == WorkerTrack.Role.LOOP) {
                loops.put(worker.index(), slices(worker));
            }
        }
        countComputations();
    }

    private DisjointIntervals slices(WorkerTrack loop) {
        DisjointIntervals busy = new DisjointIntervals();
        int last = loop.sliceAt(until);
        for (int slice = 0; slice <= last; slice++) {
            long begin = loop.begin(slice);
            long end = Math.min(loop.end(slice), until);
            busy.add(begin, end);
            int task = loop.task(slice);
            if (task >= 0 && task < ownOnLoop.length) {
                ownOnLoop[task] += netNanos(trace.task(task), begin, end);
            }
        }
        return busy;
    }

    /** Returns how much of an interval a task spent on the network. */
    private static long netNanos(TaskTrack task, long from, long to) {
        long sum = 0;
        for (int s = Math.max(0, task.segmentAt(from)), n = task.segments(); s < n; s++) {
            if (task.begin(s) >= to) {
                break;
            }
            if (task.phase(s).holdsConnection()) {
                sum += Math.max(0, Math.min(task.end(s), to) - Math.max(task.begin(s), from));
            }
        }
        return sum;
    }

    /** Sweeps over the begins and ends of all computations. */
    private void countComputations() {
        long[] begins = new long[16];
        long[] ends = new long[16];
        int n = 0;
        for (TaskTrack task : trace.tasks()) {
            for (int s = 0, segments = task.segments(); s < segments; s++) {
                if (task.phase(s) == Phase.COMPUTE && task.begin(s) < until) {
                    if (n == begins.length) {
                        begins = Arrays.copyOf(begins, n * 2);
                        ends = Arrays.copyOf(ends, n * 2);
                    }
                    begins[n] = task.begin(s);
                    ends[n++] = Math.min(task.end(s), until);
                }
            }
        }
        sweep(Arrays.copyOf(begins, n), Arrays.copyOf(ends, n));
    }

    private void sweep(long[] begins, long[] ends) {
        Arrays.sort(begins);
        Arrays.sort(ends);
        int begun = 0;
        int ended = 0;
        long before = 0;
        while (ended < ends.length) {
            boolean begin = begun < begins.length && begins[begun] < ends[ended];
            long at = begin ? begins[begun] : ends[ended];
            int computing = begun - ended;
            if (computing >= trace.processors()) {
                allComputing.add(before, at);
            }
            if (computing > trace.processors()) {
                moreComputing.add(before, at);
            }
            before = at;
            begun += begin ? 1 : 0;
            ended += begin ? 0 : 1;
        }
    }

    /** Returns how much of an interval had more tasks computing than there are processors. */
    long ofComputing(long from, long to) {
        return moreComputing.nanosBetween(from, to);
    }

    /** Returns how much of an interval had all processors computing. */
    long ofProcessors(long from, long to) {
        return allComputing.nanosBetween(from, to);
    }

    /**
     * Returns how much of an interval the task's loop was busy, for the task itself or for others;
     * 0 for a task without a loop.
     */
    long ofLoop(TaskTrack task, long from, long to) {
        DisjointIntervals loop = loops.get(loopOf(task));
        return loop == null ? 0 : loop.nanosBetween(from, to);
    }

    /** Returns how long the loop was busy for the task itself while the task was on the network. */
    long ownOnLoop(TaskTrack task) {
        return loops.containsKey(loopOf(task)) ? ownOnLoop[task.index()] : 0;
    }

    private int loopOf(TaskTrack task) {
        if (task.worker() >= 0) {
            return task.worker();
        }
        return loops.size() == 1 ? loops.keySet().iterator().next() : -1;
    }
}
