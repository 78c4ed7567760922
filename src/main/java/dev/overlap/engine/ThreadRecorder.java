package dev.overlap.engine;

import dev.overlap.engine.cpu.InvoluntaryContextSwitches;
import dev.overlap.engine.request.FailureClassifier;
import dev.overlap.engine.task.TaskExecution;
import dev.overlap.engine.task.TaskExecutor;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.TraceRecorder;
import dev.overlap.trace.metrics.ContextSwitches;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records the busy slices of a thread, for all kinds of threads alike.
 *
 * <p>Threads: every method is called on the recorded thread.
 *
 * @param index the index of the worker in the trace
 */
record ThreadRecorder(TaskExecutor executor, TraceRecorder recorder, int index) {

    private static final Logger LOG = LoggerFactory.getLogger(ThreadRecorder.class);

    /**
     * Executes a task from start to end by blocking calls. Never throws: the thread may have more
     * tasks in its queue.
     */
    void execute(TaskExecution execution) {
        try {
            if (execution.isStopped()) {
                execution.end(new Outcome.Cancelled()); // stopped before it began
            } else {
                occupy(execution, () -> execution.end(executor.fetchBlocking(execution, index)));
            }
        } catch (RuntimeException | Error e) {
            LOG.error("recording the work of a thread failed", e);
            execution.end(FailureClassifier.of(e, execution));
        }
    }

    /** Runs work for a task; the thread is recorded as busy with the task meanwhile. */
    void occupy(TaskExecution execution, Runnable work) {
        recorder.busy(index, execution.index());
        recordCarrier();
        try {
            work.run();
        } finally {
            recordCarrier();
            recorder.idle(index); // after the end: the thread is busy for the whole task
            recordInvoluntarySwitches();
        }
    }

    private void recordCarrier() {
        int carrier = CarrierThread.ofThisThread();
        if (carrier != CarrierThread.NOT_SEEN) {
            recorder.setCarrier(index, carrier);
        }
    }

    /** The thread was started for its run, so all its context switches belong to the run. */
    private void recordInvoluntarySwitches() {
        long times = InvoluntaryContextSwitches.ofThisThread();
        if (times != ContextSwitches.UNKNOWN) {
            recorder.forced(index, times);
        }
    }
}
