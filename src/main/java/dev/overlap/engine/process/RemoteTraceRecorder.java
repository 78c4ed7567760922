package dev.overlap.engine.process;

import dev.overlap.trace.ConnectAttempt;
import dev.overlap.trace.ConnectionLimit;
import dev.overlap.trace.Exchange;
import dev.overlap.trace.Phase;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;
import dev.overlap.trace.TraceRecorder;

import java.util.List;

/**
 * The recorder in a worker process: keeps a local trace of its one task and sends every change to
 * the run.
 *
 * <p>Locally the task has the index 0, in the run its own. The run itself records which worker
 * executes it and when.
 */
public final class RemoteTraceRecorder extends TraceRecorder {

    private final Reports reports;
    private final int task;

    /** Receives the events for the run. Never throws: without a run the process ends. */
    @FunctionalInterface
    public interface Reports {
        void tell(WorkerEvent report);
    }

    /**
     * Creates a recorder for one task.
     *
     * @param zeroNanoTime time zero of the run on this process's clock
     */
    public RemoteTraceRecorder(Reports reports, int task, String label, long zeroNanoTime) {
        super(new Trace(List.of(label)));
        this.reports = reports;
        this.task = task;
        begin(zeroNanoTime);
    }

    @Override
    public void enter(int index, Phase phase, long nanoTime) {
        super.enter(index, phase, nanoTime);
        reports.tell(new WorkerEvent.Entered(task, phase, nanoTime));
    }

    @Override
    public void leases(int index, ConnectionLimit limit) {
        super.leases(index, limit);
        reports.tell(new WorkerEvent.Leasing(task, limit));
    }

    @Override
    public void note(int index, Exchange exchange) {
        super.note(index, exchange);
        reports.tell(new WorkerEvent.Exchanged(task, exchange));
    }

    @Override
    public void note(int index, ConnectAttempt attempt) {
        super.note(index, attempt);
        reports.tell(new WorkerEvent.Attempted(task, attempt));
    }

    @Override
    public void beginStep(int index, int step, long nanoTime) {
        super.beginStep(index, step, nanoTime);
        reports.tell(new WorkerEvent.Stepped(task, step, false, nanoTime));
    }

    @Override
    public void endStep(int index, int step, long nanoTime) {
        super.endStep(index, step, nanoTime);
        trace().task(index).steps().stream()
                .filter(known -> known.step() == step && known.endNanos() != TaskTrack.OPEN)
                .forEach(known -> tellEnd(step, known.endNanos()));
    }

    /** Reports the end as recorded: if a connection was released before, the step ended with it. */
    private void tellEnd(int step, long endNanos) {
        long nanoTime = zeroNanoTime() + endNanos;
        reports.tell(new WorkerEvent.Stepped(task, step, true, nanoTime));
    }

    @Override
    public void cpu(int index, long nanos) {
        super.cpu(index, nanos);
        reports.tell(new WorkerEvent.Computed(task, nanos));
    }

    @Override
    public void helper(String name) {
        super.helper(name);
        reports.tell(new WorkerEvent.Helped(name));
    }
}
