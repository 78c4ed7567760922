package dev.overlap.cli.report;

import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/** Notices which tasks of a run have ended since the last look. */
public final class CompletedTaskTracker {

    private final BitSet known = new BitSet();

    /** Whether a task has ended that is not known yet. */
    public boolean hasNews(Trace trace) {
        return trace.ended() > known.cardinality();
    }

    /** The tasks that are not known yet, in the order of their ends; they are known from now on. */
    public List<TaskTrack> news(Trace trace) {
        List<TaskTrack> news =
                trace.tasks().stream()
                        .filter(task -> task.outcome() != null && !known.get(task.index()))
                        .sorted(Comparator.comparingLong(TaskTrack::endNanos))
                        .toList();
        news.forEach(task -> known.set(task.index()));
        return news;
    }
}
