package dev.overlap.cli.report;

import dev.overlap.export.JsonLines;
import dev.overlap.export.RunReport;
import dev.overlap.plan.Plan;
import dev.overlap.plan.Task;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;

import java.util.List;

/** For programs that listen while the run goes on: an object for each task, then the summary. */
public final class JsonLinesReporter implements RunReporter {

    private final String model;
    private final List<Task> tasks;
    private final ResultStream out;

    public JsonLinesReporter(Plan plan, ResultStream out) {
        this.model = plan.model();
        this.tasks = plan.tasks();
        this.out = out;
    }

    @Override
    public void ended(Trace trace, TaskTrack task) {
        out.printObject(JsonLines.task(model, trace, tasks.get(task.index())));
    }

    /** Tasks that never ended, because Overlap itself failed, are reported too. */
    @Override
    public void conclude(RunReport report) {
        report.trace().tasks().stream()
                .filter(task -> task.outcome() == null)
                .forEach(task -> ended(report.trace(), task));
        out.printObject(JsonLines.summary(report));
    }
}
