package dev.overlap.render.comparison;

import dev.overlap.trace.Trace;
import dev.overlap.trace.WorkerStartup;
import dev.overlap.trace.WorkerTrack;
import dev.overlap.trace.WorkerTrack.Role;
import dev.overlap.trace.metrics.Statistics;
import dev.overlap.trace.metrics.WorkerCounts;

/**
 * The metrics of one panel of a comparison. Computing them visits every phase of every task.
 *
 * @param horizonNanos the instant up to which they are computed
 * @param numbers of its tasks
 * @param workers the number of workers of each kind
 * @param carriers the number of carrier threads seen with its virtual threads, 0 for none
 * @param helpers the number of helper threads
 * @param loopBusy the share of time in which its event loop was busy, or NaN without one
 * @param startUpNanos until when its worker processes were starting, or -1 without any
 */
record PanelMetrics(
        long horizonNanos,
        Statistics numbers,
        WorkerCounts workers,
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

    /**
     * The instant at which the last process was ready, not counting replacements of failed ones.
     */
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

    /** The number of platform threads that ran tasks, as far as known. */
    int threads() {
        return workers.of(Role.THREAD) + workers.of(Role.LOOP) + carriers;
    }
}
