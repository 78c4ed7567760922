package dev.overlap.trace.metrics;

import dev.overlap.trace.Trace;

/**
 * What a busy machine did to a finished run: how late replies of the lab were sent, and how much
 * longer computations took than the processor time that they used.
 *
 * <p>Problem: a delay is the machine's only if neither the model nor the list caused it. Steps:
 *
 * <ol>
 *   <li>Replies are judged by the lab's own clock, from the request's head to the reply's, and not
 *       by what a task waited: a blocked loop reads late, but its replies are sent in time.
 *   <li>The lab reads one request and sends one reply after another, so those read or sent while a
 *       reply was due are allowed for.
 *   <li>Nothing counts while all processors compute for the run itself.
 *   <li>A delay is long if it is over {@value #MIN_MILLIS} ms and over a tenth of what was
 *       declared, or of the processor time. Timers, garbage collections and warm-up are shorter.
 *   <li>The machine was busy if a tenth of the replies, or of the computations, have long delays,
 *       or one delay is longer than a tenth of the run.
 * </ol>
 *
 * <p>Limits: a lab elsewhere is judged like the one in this process. A body that is sent in pieces
 * is judged only if it began after its declared end, since the lab reports only when it began.
 *
 * @param replyNanos the longest delay of a reply, or {@value #UNKNOWN} without any from the lab
 * @param computeNanos the longest delay of a computation, or {@value #UNKNOWN} without any whose
 *     processor time is known
 * @param busyReplyNanos the longest delay of a reply that the run itself did not cause; 0 if the
 *     machine was not busy, judged by the replies
 * @param busyComputeNanos the same of a computation, judged by the computations
 * @param involuntarySwitches how often the system preempted a worker's thread, or {@value #UNKNOWN}
 */
public record MachineLoad(
        long replyNanos,
        long computeNanos,
        long busyReplyNanos,
        long busyComputeNanos,
        long involuntarySwitches) {

    /** Where there is nothing to measure. */
    public static final long UNKNOWN = ContextSwitches.UNKNOWN;

    /** Without any run. */
    public static final MachineLoad NONE = new MachineLoad(UNKNOWN, UNKNOWN, 0, 0, UNKNOWN);

    /** The longest delay that is no news, in milliseconds. */
    static final int MIN_MILLIS = 20;

    /** Returns the load of a finished trace. Visits every exchange. */
    public static MachineLoad of(Trace trace) {
        ContentionIntervals own = new ContentionIntervals(trace, trace.wallNanos());
        DelayStatistics replies = new ReplyDelays(trace, own).find();
        DelayStatistics computations = new ComputeDelays(trace, own).find();
        return new MachineLoad(
                replies.longestNanos(),
                computations.longestNanos(),
                replies.notableNanos(trace.wallNanos()),
                computations.notableNanos(trace.wallNanos()),
                ContextSwitches.of(trace, trace.wallNanos()).involuntary());
    }

    /** Returns the longest delays of two runs, and the larger number of context switches. */
    public MachineLoad worst(MachineLoad other) {
        return new MachineLoad(
                Math.max(replyNanos, other.replyNanos),
                Math.max(computeNanos, other.computeNanos),
                Math.max(busyReplyNanos, other.busyReplyNanos),
                Math.max(busyComputeNanos, other.busyComputeNanos),
                Math.max(involuntarySwitches, other.involuntarySwitches));
    }

    /** Returns whether the run should be repeated on a quieter machine. */
    public boolean isBusy() {
        return busyReplyNanos > 0 || busyComputeNanos > 0;
    }
}
