package dev.overlap.engine;

import dev.overlap.trace.Exchange;
import dev.overlap.trace.Limit;
import dev.overlap.trace.Phase;
import dev.overlap.trace.Recorder;
import dev.overlap.trace.Trace;

import java.util.List;

/**
 * The recorder of a worker process. It writes a trace of its one task here, for whoever asks in
 * which phase that is, and tells the run everything as it happens.
 *
 * <p>Here the task has the index 0, in the run it has its own. Which worker carries it, and when,
 * the run knows by itself.
 */
final class PipeRecorder extends Recorder {

    private final Reports reports;
    private final int task;

    /** Where reports go. Never throws: without a run to tell there is nothing left to do. */
    @FunctionalInterface
    interface Reports {
        void tell(ProcessReport report);
    }

    /**
     * A recorder for one task.
     *
     * @param zeroNanoTime time zero of the run on this process's clock
     */
    PipeRecorder(Reports reports, int task, String label, long zeroNanoTime) {
        super(new Trace(List.of(label)));
        this.reports = reports;
        this.task = task;
        begin(zeroNanoTime);
    }

    @Override
    public void enter(int index, Phase phase, long nanoTime) {
        super.enter(index, phase, nanoTime);
        reports.tell(new ProcessReport.Entered(task, phase, nanoTime));
    }

    @Override
    public void leases(int index, Limit limit) {
        super.leases(index, limit);
        reports.tell(new ProcessReport.Leasing(task, limit));
    }

    @Override
    public void note(int index, Exchange exchange) {
        super.note(index, exchange);
        reports.tell(new ProcessReport.Exchanged(task, exchange));
    }

    @Override
    public void cpu(int index, long nanos) {
        super.cpu(index, nanos);
        reports.tell(new ProcessReport.Computed(task, nanos));
    }

    @Override
    public void helper(String name) {
        super.helper(name);
        reports.tell(new ProcessReport.Helped(name));
    }
}
