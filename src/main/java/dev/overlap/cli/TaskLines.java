package dev.overlap.cli;

import dev.overlap.paint.Durations;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;

import java.io.PrintStream;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/** Says one line for each task that has ended, in the order of their ends. */
final class TaskLines {

    private final PrintStream out;
    private final PrintStream err;
    private final BitSet told = new BitSet();

    /** Answers go to {@code out}, failures to {@code err}; cancelled tasks are only counted. */
    TaskLines(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Whether a task has ended of which nothing has been said. */
    boolean hasNews(Trace trace) {
        return trace.ended() > told.cardinality();
    }

    void tell(Trace trace) {
        List<TaskTrack> ended =
                trace.tasks().stream()
                        .filter(task -> task.outcome() != null && !told.get(task.index()))
                        .sorted(Comparator.comparingLong(TaskTrack::endNanos))
                        .toList();
        ended.forEach(this::tell);
    }

    private void tell(TaskTrack task) {
        told.set(task.index());
        String duration = Durations.text(task.endNanos() - task.beginNanos());
        switch (task.outcome()) {
            case Outcome.Answered(int status, _) ->
                    out.println(task.label() + ": " + status + ", " + duration);
            case Outcome.Computed _ -> out.println(task.label() + ": computed, " + duration);
            case Outcome.Failed(_, String sentence) ->
                    err.println("overlap: " + sentence + " (" + duration + ")");
            case Outcome.Cancelled _ -> {}
            case null -> throw new IllegalStateException(task.label() + " has not ended");
        }
    }
}
