package dev.overlap.trace.metrics;

import dev.overlap.trace.ResourceTrack;
import dev.overlap.trace.ResourceTrack.Access;
import dev.overlap.trace.ResourceTrack.Copy;
import dev.overlap.trace.ResourceTrack.Use;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;
import dev.overlap.trace.WorkerTrack;

import java.util.Arrays;
import java.util.List;

/**
 * The statistics of something that tasks share, up to an instant. Times in nanoseconds.
 *
 * <p>Visits all uses of the resource and sorts their waits.
 *
 * @param uses how often tasks asked for it; 0 for a counter
 * @param heldNanos the time during which at least one task held a lock or permit
 * @param waitedNanos the sum of the waits of all uses, also of those that still wait or gave up
 * @param longestWaitNanos the longest of them
 * @param mostWaiting the most tasks that waited for it at once
 * @param expected the finished increments of a counter, or {@value #UNKNOWN} for any other resource
 *     and where the instant is before the totals were known
 * @param got what the counter held in the memory that all tasks share, or in that of the parent of
 *     the processes; or {@value #UNKNOWN} as above
 * @param copies what the counter held in each process, ordered by worker; empty if the tasks share
 *     one
 */
public record ResourceStatistics(
        int uses,
        long heldNanos,
        long waitedNanos,
        long longestWaitNanos,
        int mostWaiting,
        long expected,
        long got,
        List<Copy> copies) {

    public static final long UNKNOWN = -1;

    public ResourceStatistics {
        copies = List.copyOf(copies);
    }

    /** Computes the statistics of a resource up to an instant. */
    public static ResourceStatistics of(Trace trace, ResourceTrack resource, long untilNanos) {
        WaitTotals waits = new WaitTotals(resource, untilNanos);
        Counter counter = Counter.of(trace, resource, untilNanos);
        return new ResourceStatistics(
                waits.uses,
                held(resource, untilNanos),
                waits.sum,
                waits.longest,
                waits.most(),
                counter.expected,
                counter.got,
                counter.copies);
    }

    /** Returns the mean wait of all uses, those that did not have to wait included; 0 if none. */
    public long meanWaitNanos() {
        return uses == 0 ? 0 : waitedNanos / uses;
    }

    /** Returns whether each process had a counter of its own, so that nothing could be lost. */
    public boolean isCopied() {
        return !copies.isEmpty();
    }

    /** Returns how many finished increments of a shared counter were lost; 0 if unknown. */
    public long lost() {
        return isCopied() || expected == UNKNOWN ? 0 : expected - got;
    }

    /** Permits are held by several tasks at once: overlapping times count once. */
    private static long held(ResourceTrack resource, long until) {
        if (resource.type() == ResourceTrack.Type.QUEUE) {
            return 0;
        }
        List<Use> held =
                resource.uses().stream()
                        .filter(use -> use.grantedNanos() < until)
                        .sorted((a, b) -> Long.compare(a.grantedNanos(), b.grantedNanos()))
                        .toList();
        long sum = 0;
        long covered = 0;
        for (Use use : held) {
            long from = Math.max(covered, use.grantedNanos());
            long to = Math.min(use.endNanos(), until);
            sum += Math.max(0, to - from);
            covered = Math.max(covered, to);
        }
        return sum;
    }

    /** The waits of all uses: from asking to getting it or giving up. */
    private static final class WaitTotals {

        private final long[] begins;
        private final long[] ends;
        private int uses;
        private int waits;
        private long sum;
        private long longest;

        WaitTotals(ResourceTrack resource, long until) {
            List<Use> all = List.copyOf(resource.uses()); // the list grows
            begins = new long[all.size()];
            ends = new long[all.size()];
            for (Use use : all) {
                if (use.askedNanos() <= until) {
                    uses++;
                    add(use, until);
                }
            }
        }

        private void add(Use use, long until) {
            long waited = use.waitedNanos(until);
            if (waited > 0) {
                begins[waits] = use.askedNanos();
                ends[waits++] = use.askedNanos() + waited;
                sum += waited;
                longest = Math.max(longest, waited);
            }
        }

        /** One that gets it at the instant at which another asks does not wait with it. */
        int most() {
            Arrays.sort(begins, 0, waits);
            Arrays.sort(ends, 0, waits);
            int most = 0;
            for (int begun = 0, ended = 0; begun < waits; begun++) {
                while (ends[ended] <= begins[begun]) {
                    ended++;
                }
                most = Math.max(most, begun + 1 - ended);
            }
            return most;
        }
    }

    /** What a counter came to. */
    private record Counter(long expected, long got, List<Copy> copies) {

        private static final Counter NONE = new Counter(UNKNOWN, UNKNOWN, List.of());

        static Counter of(Trace trace, ResourceTrack resource, long until) {
            if (resource.type() != ResourceTrack.Type.COUNTER) {
                return NONE;
            }
            if (until >= trace.horizonNanos()) {
                return of(resource.copies());
            }
            return resource.hasMoreAccesses() ? NONE : of(copiesAt(trace, resource, until));
        }

        private static Counter of(List<Copy> copies) {
            return new Counter(
                    copies.stream().mapToLong(Copy::increments).sum(),
                    copies.stream().filter(copy -> copy.worker() < 0).mapToLong(Copy::value).sum(),
                    copies.stream().filter(copy -> copy.worker() >= 0).toList());
        }

        /** The totals are those of the end; before it, the reads and writes say what there was. */
        private static List<Copy> copiesAt(Trace trace, ResourceTrack resource, long until) {
            return resource.copies().stream()
                    .map(copy -> copyAt(trace, resource, copy.worker(), until))
                    .toList();
        }

        private static Copy copyAt(Trace trace, ResourceTrack resource, int worker, long until) {
            List<Access> writes =
                    resource.accesses().stream()
                            .filter(access -> access.isWrite() && access.nanos() <= until)
                            .filter(access -> memory(trace.task(access.task()), trace) == worker)
                            .toList();
            long value = writes.isEmpty() ? 0 : writes.getLast().value();
            return new Copy(worker, writes.size(), value);
        }
    }

    /** Returns the process whose memory a task uses, or -1 for the memory of the program. */
    static int memory(TaskTrack task, Trace trace) {
        int worker = task.worker();
        boolean process = worker >= 0 && trace.worker(worker).role() == WorkerTrack.Role.PROCESS;
        return process ? worker : -1;
    }
}
