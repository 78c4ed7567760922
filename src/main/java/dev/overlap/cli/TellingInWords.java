package dev.overlap.cli;

import dev.overlap.export.Report;
import dev.overlap.paint.Durations;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;

import java.io.PrintStream;

/** For people: a line for each task, and the numbers of the run. */
final class TellingInWords implements Telling {

    private final PrintStream out;
    private final PrintStream err;

    /** Answers go to {@code out}, failures to {@code err}; cancelled tasks are only counted. */
    TellingInWords(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public void ended(Trace trace, TaskTrack task) {
        String duration = Durations.text(task.endNanos() - task.beginNanos());
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
        return task.cpuNanos() < 0 ? "" : ", CPU time " + Durations.text(task.cpuNanos());
    }

    @Override
    public void conclude(Report report) {
        Summary.of(report).forEach(out::println);
    }
}
