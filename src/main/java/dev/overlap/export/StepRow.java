package dev.overlap.export;

import dev.overlap.plan.Step;
import dev.overlap.plan.Task;
import dev.overlap.trace.Exchange;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;
import dev.overlap.trace.StepInterval;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * One of several steps of a task as a row of fields. Times are milliseconds with three decimals.
 *
 * @param label the text of the step, for a lock or permit without that between its braces
 * @param begin since time zero; for a lock or permit when the task asked for it
 * @param end null if the task is still at it
 * @param phases the time in each phase, without that of the steps between its braces
 * @param status of the last exchange of this step, or null without one
 * @param error the message if the task failed in this step, else null
 */
record StepRow(
        String label,
        BigDecimal begin,
        @Nullable BigDecimal end,
        Map<Phase, BigDecimal> phases,
        @Nullable Integer status,
        @Nullable String error) {

    /** Returns the steps that a task has begun; none for a task with a single step. */
    static List<StepRow> of(Trace trace, Task task) {
        TaskTrack track = trace.task(task.index());
        List<StepInterval> intervals = track.steps();
        if (intervals.isEmpty()) {
            return List.of();
        }
        List<Step> steps = task.steps().flat().toList();
        StepPhases phases = new StepPhases(track, intervals, trace.horizonNanos());
        int failing = failing(track, intervals);
        List<StepRow> rows = new ArrayList<>();
        for (int i = 0; i < intervals.size(); i++) {
            StepInterval interval = intervals.get(i);
            Step step = steps.get(interval.step());
            rows.add(
                    new StepRow(
                            step.shortLabel(),
                            TaskRow.millis(interval.beginNanos()),
                            end(interval, track),
                            millis(phases.of(i)),
                            step.target() == null ? null : status(track, interval),
                            i == failing ? error(track) : null));
        }
        return List.copyOf(rows);
    }

    /** Returns the index of the innermost step in which the task ended, or -1. */
    private static int failing(TaskTrack track, List<StepInterval> intervals) {
        int last = track.outcome() == null ? -1 : intervals.size() - 1;
        while (last >= 0 && intervals.get(last).endNanos() != TaskTrack.OPEN) {
            last--;
        }
        return last;
    }

    private static @Nullable BigDecimal end(StepInterval interval, TaskTrack track) {
        long end = Math.min(interval.endNanos(), track.endNanos());
        return end == TaskTrack.OPEN ? null : TaskRow.millis(end);
    }

    private static @Nullable Integer status(TaskTrack track, StepInterval interval) {
        int status = 0;
        for (Exchange exchange : track.exchanges()) {
            long start = exchange.startNanos();
            if (interval.beginNanos() <= start && start < interval.endNanos()) {
                status = exchange.status();
            }
        }
        return status == 0 ? null : status;
    }

    private static @Nullable String error(TaskTrack track) {
        return track.outcome() instanceof Outcome.Failed failed ? failed.sentence() : null;
    }

    private static Map<Phase, BigDecimal> millis(Map<Phase, Long> nanos) {
        Map<Phase, BigDecimal> millis = new EnumMap<>(Phase.class);
        nanos.forEach((phase, time) -> millis.put(phase, TaskRow.millis(time)));
        return millis;
    }
}
