package dev.overlap.engine;

import dev.overlap.trace.HandOvers;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Recorder;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread's line in the trace, whatever the thread is for: what it does for a task is bracketed
 * here, once for all kinds of threads.
 *
 * <p>Threads: every method is called on the thread that the line is of.
 *
 * @param index of the worker in the trace
 */
record ThreadLane(RunCrew crew, Recorder recorder, int index) {

    private static final Logger LOG = LoggerFactory.getLogger(ThreadLane.class);

    /**
     * Carries a task out, start to end, by calls that block. Never throws: the thread may have
     * others in its queue.
     */
    void carryOut(Carry carry) {
        try {
            if (carry.isStopped()) {
                carry.end(new Outcome.Cancelled()); // stopped before anyone had begun with it
            } else {
                occupy(carry, () -> carry.end(crew.fetchBlocking(carry, index)));
            }
        } catch (RuntimeException | Error e) {
            LOG.error("a thread could not be looked after", e);
            carry.end(Faults.of(e, carry.task().label()));
        }
    }

    /** Does something for a task; the thread counts as busy with it until that is over. */
    void occupy(Carry carry, Runnable work) {
        recorder.busy(index, carry.index());
        lookForCarrier();
        try {
            work.run();
        } finally {
            lookForCarrier();
            recorder.idle(index); // behind the end: the thread is busy for the whole of the task
            countForced();
        }
    }

    private void lookForCarrier() {
        int carrier = Carrier.ofThisThread();
        if (carrier != Carrier.NOT_SEEN) {
            recorder.seenOn(index, carrier);
        }
    }

    /** The thread was started for its run, so that all that were forced on it belong to the run. */
    private void countForced() {
        long times = ForcedSwitches.ofThisThread();
        if (times != HandOvers.UNKNOWN) {
            recorder.forced(index, times);
        }
    }
}
