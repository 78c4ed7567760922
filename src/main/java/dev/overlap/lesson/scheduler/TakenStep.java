package dev.overlap.lesson.scheduler;

/**
 * A step that was taken.
 *
 * @param thread of the two, 0 or 1
 * @param value what was read, what the sum is, or what was written; 0 for a step of the lock
 */
public record TakenStep(int thread, ScheduledStep step, long value) {}
