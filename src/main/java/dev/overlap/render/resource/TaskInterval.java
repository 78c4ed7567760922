package dev.overlap.render.resource;

/**
 * A time during which a task had something or waited for it, in nanoseconds since time zero.
 *
 * @param end {@link dev.overlap.trace.TaskTrack#OPEN} while it lasts
 */
public record TaskInterval(long begin, long end, int task) {}
