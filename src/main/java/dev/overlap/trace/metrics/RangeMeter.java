package dev.overlap.trace.metrics;

import dev.overlap.trace.Phase;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;
import dev.overlap.trace.WorkerTrack;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Measures ranges of time of a run, up to an instant. Creating it visits every phase of every task;
 * measuring a range visits every task, but of these only the phases within the range and those of
 * replies that reach into it.
 */
public final class RangeMeter {

    private final Trace trace;
    private final long untilNanos;
    private final ConcurrencyCurve curve;

    /**
     * Creates a meter.
     *
     * @param untilNanos the end of a finished run, or the present of a live one
     */
    public RangeMeter(Trace trace, long untilNanos) {
        this.trace = trace;
        this.untilNanos = untilNanos;
        curve = ConcurrencyCurve.of(trace, untilNanos);
    }

    /** Measures a range, given in nanoseconds since time zero. */
    public RangeStatistics measure(long beginNanos, long endNanos) {
        Measurement range = new Measurement(Math.max(0, beginNanos), Math.max(0, endNanos));
        for (TaskTrack task : trace.tasks()) {
            range.add(task);
        }
        return range.statistics();
    }

    private final class Measurement {

        private final long begin;
        private final long end;

        /** The end of the known part. */
        private final long last;

        private final Map<Phase, Long> phases = new EnumMap<>(Phase.class);
        private final RangeBytes.Sum bytes;
        private int begun;
        private int ended;

        Measurement(long begin, long end) {
            this.begin = begin;
            this.end = end;
            last = Math.max(begin, Math.min(end, untilNanos));
            bytes = new RangeBytes.Sum(this::isIn, begin, last);
        }

        void add(TaskTrack task) {
            begun += isIn(task.startNanos()) ? 1 : 0;
            ended += isIn(task.endNanos()) ? 1 : 0;
            int first = Math.max(0, task.segmentAt(begin));
            for (int s = first, n = task.segments(); s < n && task.begin(s) < last; s++) {
                long nanos = Math.min(task.end(s), last) - Math.max(task.begin(s), begin);
                if (nanos > 0) {
                    phases.merge(task.phase(s), nanos, Long::sum);
                }
            }
            bytes.add(task);
        }

        private boolean isIn(long nanos) {
            boolean isEndOfRun = nanos == last && last == untilNanos && last > begin;
            return (nanos >= begin && nanos < last) || isEndOfRun;
        }

        RangeStatistics statistics() {
            long known = last - begin;
            long work = 0;
            for (Map.Entry<Phase, Long> phase : phases.entrySet()) {
                work += phase.getKey().isWork() ? phase.getValue() : 0;
            }
            return new RangeStatistics(
                    begin,
                    end,
                    known,
                    begun,
                    ended,
                    known == 0 ? 0 : (double) work / known,
                    curve.peak(begin, last),
                    phases,
                    workers(),
                    bytes.total());
        }

        private List<WorkerUse> workers() {
            List<WorkerUse> uses = new ArrayList<>();
            for (WorkerTrack worker : trace.workers()) {
                if (worker.startNanos() < last) {
                    uses.add(WorkerUse.of(trace, worker, begin, last));
                }
            }
            return uses;
        }
    }
}
