package dev.overlap.render.rows;

import dev.overlap.text.rows.RowText;
import dev.overlap.trace.Phase;
import dev.overlap.trace.TaskTrack;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * The conditions that a task must meet to have a row; null for none.
 *
 * @param status how it ended
 * @param host of its first request; empty for tasks that make none
 * @param phase that it has been in
 */
public record RowFilter(@Nullable RowStatus status, @Nullable String host, @Nullable Phase phase) {

    /** Every task has a row. */
    public static final RowFilter NONE = new RowFilter(null, null, null);

    public RowFilter withStatus(@Nullable RowStatus only) {
        return new RowFilter(only, host, phase);
    }

    public RowFilter withHost(@Nullable String only) {
        return new RowFilter(status, only, phase);
    }

    public RowFilter withPhase(@Nullable Phase only) {
        return new RowFilter(status, host, only);
    }

    /** Whether every task meets the conditions. */
    public boolean isEmpty() {
        return equals(NONE);
    }

    boolean accepts(TaskTrack task, TaskHosts hosts) {
        return (status == null || RowStatus.of(task) == status)
                && (host == null || host.equals(hosts.of(task.index())))
                && (phase == null || task.entered(phase));
    }

    /** The conditions in words. */
    public List<String> words() {
        List<String> words = new ArrayList<>();
        if (status != null) {
            words.add(status.words());
        }
        if (host != null) {
            words.add(TaskHosts.words(host));
        }
        if (phase != null) {
            words.add(RowText.withPhase(phase.words()));
        }
        return List.copyOf(words);
    }
}
