package dev.overlap.trace;

/**
 * When a task did one of its steps. A task with a single step records none.
 *
 * @param step its place in the text of the line, from 0; a lock or permit comes before the steps
 *     between its braces
 * @param beginNanos since time zero; for a lock or permit when the task asked for it
 * @param endNanos {@link TaskTrack#OPEN} until it ended; the step in which a task ended stays open
 */
public record StepInterval(int step, long beginNanos, long endNanos) {}
