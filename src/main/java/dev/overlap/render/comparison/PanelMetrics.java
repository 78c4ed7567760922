package dev.overlap.render.comparison;

import dev.overlap.trace.Statistics;
import dev.overlap.trace.Trace;
import dev.overlap.trace.WorkerCounts;
import dev.overlap.trace.WorkerStartup;
import dev.overlap.trace.WorkerTrack;
import dev.overlap.trace.WorkerTrack.Role;

/**
 * The numbers of one part of a comparison. Costs a look at every phase of every task.
 *
 * @param horizonNanos up to which instant
 * @param numbers of its tasks
 * @param heads how many workers of each kind
 * @param carriers on how many threads its virtual threads were seen, 0 where none was
 * @param helpers how many threads helped
 * @param loopBusy the share of the time in which its loop was busy, or NaN where it has none
 * @param startUpNanos until when its worker processes were starting, or -1 where it has none
 */
record PanelMetrics(
        long horizonNanos,
        Statistics numbers,
        WorkerCounts heads,
        int carriers,
        int helpers,
        double loopBusy,
        long startUpNanos) {

    static PanelMetrics of(Trace trace, long horizonNanos) {
        return new PanelMetrics(
                horizonNanos,
                Statistics.of(trace, horizonNanos),
                WorkerCounts.of(trace),
                trace.carriersSeen(),
                trace.helpers().size(),
                loopBusy(trace, horizonNanos),
                startUp(trace, horizonNanos));
    }

    private static double loopBusy(Trace trace, long horizonNanos) {
        for (WorkerTrack worker : trace.workers()) {
            if (worker.role() == Role.LOOP) {
                return (double) worker.busyNanos(horizonNanos) / Math.max(1, horizonNanos);
            }
        }
        return Double.NaN;
    }

    /** When the last process was there; those in the place of dead ones do not count. */
    private static long startUp(Trace trace, long horizonNanos) {
        long last = -1;
        for (WorkerTrack worker : trace.workers()) {
            WorkerStartup startUp = worker.startUp();
            if (startUp != null && startUp.inPlaceOf() < 0) {
                last = Math.max(last, Math.min(startUp.endNanos(), horizonNanos));
            }
        }
        return last;
    }

    /** How many threads of the system carried tasks, as far as is known; 0 where none is. */
    int threads() {
        return heads.of(Role.THREAD) + heads.of(Role.LOOP) + carriers;
    }
}
