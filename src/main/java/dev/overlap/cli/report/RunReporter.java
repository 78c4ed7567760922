package dev.overlap.cli.report;

import dev.overlap.report.RunReport;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;

import java.io.IOException;
import java.util.BitSet;
import java.util.Comparator;

/** Reports a run on the command line: each task when it has ended, and at last the whole run. */
public abstract class RunReporter {

    private final ProgressLine progress;
    private final BitSet reported = new BitSet();

    RunReporter(ProgressLine progress) {
        this.progress = progress;
    }

    /** Reports the tasks that have ended since the last call, then draws the progress. */
    public final void poll(String model, Trace trace) {
        if (trace.ended() > reported.cardinality()) {
            reportEnded(trace);
        }
        progress.draw(model, trace);
    }

    /** Reports the tasks that have ended since the last call, and clears the progress. */
    public final void reportEnded(Trace trace) {
        progress.clear();
        trace.tasks().stream()
                .filter(task -> task.outcome() != null && !reported.get(task.index()))
                .sorted(Comparator.comparingLong(TaskTrack::endNanos))
                .toList()
                .forEach(task -> reportOnce(trace, task));
    }

    private void reportOnce(Trace trace, TaskTrack task) {
        reported.set(task.index());
        report(trace, task);
    }

    /** Reports a task that has ended. Called once per task, in the order of their ends. */
    abstract void report(Trace trace, TaskTrack task);

    /** Reports the whole run, once it is over. */
    public abstract void conclude(RunReport report) throws IOException;
}
