package dev.overlap.engine;

import dev.overlap.engine.cpu.InvoluntaryContextSwitches;
import dev.overlap.engine.request.FailureClassifier;
import dev.overlap.engine.task.TaskExecution;
import dev.overlap.engine.task.TaskExecutor;
import dev.overlap.trace.ContextSwitches;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.TraceRecorder;

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
record ThreadRecorder(TaskExecutor executor, TraceRecorder recorder, int index) {

    private static final Logger LOG = LoggerFactory.getLogger(ThreadRecorder.class);

    /**
     * Carries a task out, start to end, by calls that block. Never throws: the thread may have
     * others in its queue.
     */
    void execute(TaskExecution execution) {
        try {
            if (execution.isStopped()) {
                execution.end(new Outcome.Cancelled()); // stopped before anyone had begun with it
            } else {
                occupy(execution, () -> execution.end(executor.fetchBlocking(execution, index)));
            }
        } catch (RuntimeException | Error e) {
            LOG.error("a thread could not be looked after", e);
            execution.end(FailureClassifier.of(e, execution.task()));
        }
    }

    /** Does something for a task; the thread counts as busy with it until that is over. */
    void occupy(TaskExecution execution, Runnable work) {
        recorder.busy(index, execution.index());
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
        int carrier = CarrierThread.ofThisThread();
        if (carrier != CarrierThread.NOT_SEEN) {
            recorder.setCarrier(index, carrier);
        }
    }

    /** The thread was started for its run, so that all that were forced on it belong to the run. */
    private void countForced() {
        long times = InvoluntaryContextSwitches.ofThisThread();
        if (times != ContextSwitches.UNKNOWN) {
            recorder.forced(index, times);
        }
    }
}
