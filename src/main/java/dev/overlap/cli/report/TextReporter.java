package dev.overlap.cli.report;

import dev.overlap.export.RunReport;
import dev.overlap.text.DurationFormat;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;

import java.io.PrintStream;

/** For people: a line for each task, and the numbers of the run. */
public final class TextReporter implements RunReporter {

    private final PrintStream out;
    private final PrintStream err;

    /** Answers go to {@code out}, failures to {@code err}; cancelled tasks are only counted. */
    public TextReporter(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public void ended(Trace trace, TaskTrack task) {
        String duration = DurationFormat.text(task.endNanos() - task.beginNanos());
        switch (task.outcome()) {
            case Outcome.Answered(int status, _) ->
                    out.println(task.label() + ": " + status + ", " + duration);
            case Outcome.Computed _ ->
                    out.println(task.label() + ": computed, " + duration + cpu(task));
            case Outcome.Failed(_, String sentence) ->
                    err.println("overlap: " + sentence + " (" + duration + ")");
            case Outcome.Cancelled _ -> {}
            case null -> throw new IllegalStateException(task.label() + " has not ended");
        }
    }

    private static String cpu(TaskTrack task) {
        return task.cpuNanos() < 0 ? "" : ", CPU time " + DurationFormat.text(task.cpuNanos());
    }

    @Override
    public void conclude(RunReport report) {
        RunSummary.of(report).forEach(out::println);
    }
}
