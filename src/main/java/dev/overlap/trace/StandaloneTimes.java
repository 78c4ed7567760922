package dev.overlap.trace;

import java.util.Collection;
import java.util.Iterator;

/**
 * What each task of a list needs by itself: the basis of "one after another" and of the bound that
 * no run of the list can beat. It is derived, and tells where it cannot be.
 *
 * <p>A task's own phases are no such basis. While a loop is held by a computation, or a thousand
 * connections are opened at once, a reply of 100 ms may take seconds, and their sum would promise a
 * gain that nobody has. So:
 *
 * <ol>
 *   <li>an exchange with the lab counts as what the lab declares for it, plus the smallest overhead
 *       that any exchange with the lab had in this run beyond its own declaration; where its reply
 *       is larger than {@value StandaloneTimesReader#SMALL_REPLY_BYTES} bytes, by rule 3, since to
 *       transfer it takes time that nobody declares;
 *   <li>a computation counts as its processor time where the platform tells it;
 *   <li>any other phase of work counts as it was, without every interval in which the task was not
 *       alone in using what it needed: see {@link ContentionIntervals}. What is taken away is
 *       <em>contended</em>: the task may have needed some of it;
 *   <li>a pause counts as it was.
 * </ol>
 *
 * <p>By these rules a task never needs longer than it was worked on, so none needs longer than a
 * measured wall. The work of a task that failed says nothing of what it needs: it counts as
 * contended. Where more than {@value #MAX_CONTENDED} of the work is, or a task was cancelled, there
 * is no sum. The bound is still true then, as it only leaves too much out; tasks left undone have
 * no part in it.
 *
 * <p>Several runs of one list have one basis, {@link #least}: of each task the smallest that any
 * run shows, as contention only ever makes it longer.
 *
 * <p>Immutable. Layout: parallel arrays, one entry per task, in nanoseconds.
 */
public final class StandaloneTimes {

    /** What cannot be said. */
    public static final long UNKNOWN = -1;

    /** The part of the work that may be contended where a sum is still told. */
    static final double MAX_CONTENDED = 0.05;

    /** What the task needs: too little rather than too much. */
    private final long[] alone;

    /** What it may need beyond that. */
    private final long[] contended;

    private final StandaloneTimesReader.Ending[] endings;

    StandaloneTimes(long[] alone, long[] contended, StandaloneTimesReader.Ending[] endings) {
        this.alone = alone;
        this.contended = contended;
        this.endings = endings;
    }

    /**
     * As a run shows it up to an instant; a task that goes on needs what it has taken so far. Costs
     * a look at every phase of every task and at every slice of a loop.
     */
    public static StandaloneTimes of(Trace trace, long untilNanos) {
        StandaloneTimesReader reader = new StandaloneTimesReader(trace, untilNanos);
        reader.read();
        return new StandaloneTimes(reader.alone(), reader.contended(), reader.endings());
    }

    /**
     * As several runs of one list show it together; a run that does not contend for a task counts
     * before one that does.
     *
     * @param runs at least one, all with as many tasks
     */
    public static StandaloneTimes least(Collection<StandaloneTimes> runs) {
        Iterator<StandaloneTimes> rest = runs.iterator();
        StandaloneTimes least = rest.next().copy();
        while (rest.hasNext()) {
            least.take(rest.next());
        }
        return least;
    }

    private StandaloneTimes copy() {
        return new StandaloneTimes(alone.clone(), contended.clone(), endings.clone());
    }

    private void take(StandaloneTimes other) {
        for (int task = 0; task < alone.length; task++) {
            if (other.isBetter(task, this)) {
                alone[task] = other.alone[task];
                contended[task] = other.contended[task];
                endings[task] = other.endings[task];
            }
        }
    }

    private boolean isBetter(int task, StandaloneTimes than) {
        boolean known = isKnown(task);
        return known == than.isKnown(task) ? alone[task] < than.alone[task] : known;
    }

    private boolean isKnown(int task) {
        return endings[task] == StandaloneTimesReader.Ending.DONE
                && contended[task] <= MAX_CONTENDED * (alone[task] + contended[task]);
    }

    /**
     * How long all tasks would take one after another, in nanoseconds, or {@link #UNKNOWN} where
     * too much of the work was contended to say so.
     */
    public long sumNanos() {
        long sum = 0;
        long unsure = 0;
        for (int task = 0; task < alone.length; task++) {
            sum += alone[task];
            unsure += contended[task];
            if (endings[task] == StandaloneTimesReader.Ending.CANCELLED) {
                return UNKNOWN;
            }
        }
        return unsure > MAX_CONTENDED * (sum + unsure) ? UNKNOWN : sum;
    }

    /**
     * What the longest of the tasks that succeeded needs, in nanoseconds: the list cannot be done
     * sooner. {@link #UNKNOWN} where no task succeeded.
     */
    public long longestNanos() {
        int longest = longestTask();
        return longest < 0 ? UNKNOWN : alone[longest];
    }

    /** The index of that task, or -1. */
    public int longestTask() {
        int longest = -1;
        for (int task = 0; task < alone.length; task++) {
            if (endings[task] == StandaloneTimesReader.Ending.DONE
                    && (longest < 0 || alone[task] > alone[longest])) {
                longest = task;
            }
        }
        return longest;
    }

    /**
     * How many times as fast as one after another a run was, to be named as derived; NaN where that
     * cannot be said, or where nothing was done.
     */
    public double speedUp(long wallNanos) {
        long sum = sumNanos();
        return sum <= 0 || wallNanos <= 0 ? Double.NaN : (double) sum / wallNanos;
    }
}
