package dev.overlap.render.schedule;

import dev.overlap.lesson.scheduler.Schedule;
import dev.overlap.lesson.scheduler.ScheduleTrace;
import dev.overlap.text.lesson.SchedulerText;
import dev.overlap.trace.Trace;

/**
 * The content of one drawing of a schedule.
 *
 * @param trace of the schedule, as {@link ScheduleTrace} writes it
 */
public record ScheduleFrame(Schedule schedule, String counter, Trace trace) {

    /** Returns the drawing of a schedule. */
    public static ScheduleFrame of(Schedule schedule, String counter) {
        return new ScheduleFrame(
                schedule, counter, ScheduleTrace.of(schedule, SchedulerText.threads(), counter));
    }

    /** The instant up to which to draw. */
    long horizonNanos() {
        return schedule.taken().size() * ScheduleTrace.STEP_NANOS;
    }
}
