package dev.overlap.cli.report;

import dev.overlap.export.JsonLines;
import dev.overlap.plan.Plan;
import dev.overlap.report.RunReport;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;

/** Reports a run as JSON Lines: an object for each task as it ends, then the summary. */
public final class JsonLinesReporter extends RunReporter {

    private final Plan plan;
    private final ResultStream out;

    public JsonLinesReporter(Plan plan, ResultStream out) {
        super(new ProgressLine(ResultStream.silent()));
        this.plan = plan;
        this.out = out;
    }

    @Override
    void report(Trace trace, TaskTrack task) {
        out.printObject(JsonLines.task(plan, trace, task.index()));
    }

    /** Tasks that never ended, because Overlap itself failed, are reported too. */
    @Override
    public void conclude(RunReport report) {
        report.trace().tasks().stream()
                .filter(task -> task.outcome() == null)
                .forEach(task -> report(report.trace(), task));
        out.printObject(JsonLines.summary(report));
    }
}
