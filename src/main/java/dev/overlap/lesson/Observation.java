package dev.overlap.lesson;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/**
 * One thing to look at on the chart, and where it is. What it does not say of its place is as it is
 * when a run has ended, so that observations can be looked at in any order.
 *
 * @param say a paragraph
 * @param select the number of a task, from 1, or its label; empty for none
 * @param rows the rows to show, such as {@code workers}; empty for the tasks
 * @param zoom the stretch to show; null for the whole run
 * @param at where the replay is put; null for the end
 */
public record Observation(
        String say, String select, String rows, @Nullable Zoom zoom, @Nullable Duration at) {

    /** Says something about no place in particular. */
    public Observation(String say) {
        this(say, "", "", null, null);
    }

    /** Whether it leads to a place on the chart. */
    public boolean hasPlace() {
        return !select.isEmpty() || !rows.isEmpty() || zoom != null || at != null;
    }
}
