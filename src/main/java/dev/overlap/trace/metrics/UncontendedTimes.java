package dev.overlap.trace.metrics;

import dev.overlap.trace.Trace;
import dev.overlap.trace.metrics.UncontendedTimesCalculator.Ending;

import java.util.Collection;
import java.util.Iterator;

/**
 * The time that each task of a list would need if it ran alone: the basis of the sequential time
 * and of the {@linkplain LowerBound lower bound} for the whole list. The times are derived, and
 * marked as unknown where they cannot be.
 *
 * <p>The measured phases of a task are no such basis. While a computation blocks the loop, or a
 * thousand connections are opened at once, a reply of 100 ms may take seconds, and the sum of such
 * phases would promise a speed-up that does not exist. Therefore:
 *
 * <ol>
 *   <li>an exchange with the lab counts as its declared time plus the smallest overhead over the
 *       declared time of any lab exchange in this run; if its reply is larger than {@value
 *       UncontendedTimesCalculator#SMALL_REPLY_BYTES} bytes, rule 3 applies, since the time to
 *       transfer it is not declared;
 *   <li>a computation counts as its CPU time, where the platform reports it;
 *   <li>any other phase of work counts as measured, less the intervals in which the task competed
 *       with others, see {@link ContentionIntervals}. What is subtracted is <em>contended</em>: the
 *       task may have needed some of it;
 *   <li>a pause, which is a sleep or a gap, counts as measured;
 *   <li>waiting for a worker, a thread, a connection, a lock, a permit or a queue does not count.
 * </ol>
 *
 * <p>The same rules tell how much of that a task needs while it holds a lock or permit, from the
 * instant at which it got it to the one at which it gave it back: the exchanges within that time,
 * the part of its pauses, and of its CPU time what it cannot have used outside. So what a task
 * waits for inside, such as another lock, does not count either.
 *
 * <p>By these rules a task never needs longer than its measured work, hence never longer than the
 * wall time. The work of a failed task says nothing about what it needs and counts as contended.
 * There is no sum if more than the share {@value #MAX_CONTENDED} of the work is contended or a task
 * was cancelled. The lower bound still holds then, since it only gets lower; unfinished tasks do
 * not contribute to it. There is no sum either if tasks pass items through queues: then one may
 * wait for what only a later one does, and there may be no order in which they can run one by one.
 * Of a {@linkplain Trace#isForeign() foreign} trace all times are unknown.
 *
 * <p>Several runs of one list share one basis, {@link #least}: the smallest time of each task over
 * all runs, since contention only makes it longer.
 *
 * <p>Immutable. Layout: parallel arrays, one entry per task, in nanoseconds.
 */
public final class UncontendedTimes {

    /** Returned where a time cannot be derived. */
    public static final long UNKNOWN = -1;

    /** The share of contended work up to which a sum is given. */
    static final double MAX_CONTENDED = 0.05;

    /** The time each task needs, if in doubt too little. */
    private final long[] alone;

    /** What each task may need beyond that. */
    private final long[] contended;

    private final Ending[] endings;
    private final ResourceDemand shared;

    UncontendedTimes(long[] alone, long[] contended, Ending[] endings, ResourceDemand shared) {
        this.alone = alone;
        this.contended = contended;
        this.endings = endings;
        this.shared = shared;
    }

    /**
     * Derives the times from a run up to an instant; for an unfinished task, what it has taken so
     * far. Visits every phase of every task and every slice of a loop.
     */
    public static UncontendedTimes of(Trace trace, long untilNanos) {
        UncontendedTimesCalculator calculator = new UncontendedTimesCalculator(trace, untilNanos);
        calculator.calculate();
        return new UncontendedTimes(
                calculator.alone(),
                calculator.contended(),
                calculator.endings(),
                calculator.shared());
    }

    /**
     * Combines several runs of one list; a run in which a task had no contention takes precedence
     * over one in which it had.
     *
     * @param runs at least one, all with the same number of tasks
     */
    public static UncontendedTimes least(Collection<UncontendedTimes> runs) {
        Iterator<UncontendedTimes> rest = runs.iterator();
        UncontendedTimes least = rest.next().copy();
        while (rest.hasNext()) {
            least.take(rest.next());
        }
        return least;
    }

    private UncontendedTimes copy() {
        return new UncontendedTimes(
                alone.clone(), contended.clone(), endings.clone(), shared.copy());
    }

    private void take(UncontendedTimes other) {
        for (int task = 0; task < alone.length; task++) {
            if (other.isBetter(task, this)) {
                alone[task] = other.alone[task];
                contended[task] = other.contended[task];
                endings[task] = other.endings[task];
                shared.take(task, other.shared);
            }
        }
    }

    private boolean isBetter(int task, UncontendedTimes than) {
        boolean known = isKnown(task);
        return known == than.isKnown(task) ? alone[task] < than.alone[task] : known;
    }

    private boolean isKnown(int task) {
        return endings[task] == Ending.DONE
                && contended[task] <= MAX_CONTENDED * (alone[task] + contended[task]);
    }

    /**
     * Returns how long all tasks would take one after another, in nanoseconds, or {@link #UNKNOWN}
     * if too much of the work was contended, or if tasks pass items through a queue.
     */
    public long sumNanos() {
        return shared.hasQueues() ? UNKNOWN : sumOfAll();
    }

    private long sumOfAll() {
        long sum = 0;
        long unsure = 0;
        for (int task = 0; task < alone.length; task++) {
            sum += alone[task];
            unsure += contended[task];
            if (endings[task] == Ending.CANCELLED || endings[task] == Ending.UNKNOWN) {
                return UNKNOWN;
            }
        }
        return unsure > MAX_CONTENDED * (sum + unsure) ? UNKNOWN : sum;
    }

    /** Returns the lower bound for the list; only tasks that succeeded contribute to it. */
    public LowerBound lowerBound() {
        int longest = longestTask();
        return longest < 0
                ? LowerBound.UNKNOWN
                : new LowerBound(alone[longest], new LowerBound.Cause.LongestTask(longest))
                        .or(shared.bound(task -> endings[task] == Ending.DONE));
    }

    /**
     * Returns the time that the longest successful task needs, in nanoseconds, or {@link #UNKNOWN}
     * if no task succeeded.
     */
    public long longestNanos() {
        int longest = longestTask();
        return longest < 0 ? UNKNOWN : alone[longest];
    }

    /** Returns the index of that task, or -1. */
    public int longestTask() {
        int longest = -1;
        for (int task = 0; task < alone.length; task++) {
            if (endings[task] == Ending.DONE && (longest < 0 || alone[task] > alone[longest])) {
                longest = task;
            }
        }
        return longest;
    }

    /**
     * Returns the derived speed-up of a run over running one task after another; NaN if it cannot
     * be derived or nothing was done.
     */
    public double speedUp(long wallNanos) {
        long sum = sumNanos();
        return sum <= 0 || wallNanos <= 0 ? Double.NaN : (double) sum / wallNanos;
    }
}
