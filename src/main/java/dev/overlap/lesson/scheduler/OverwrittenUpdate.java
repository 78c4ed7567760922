package dev.overlap.lesson.scheduler;

/**
 * An update that was lost: a thread wrote a sum of what it had read before the other one wrote.
 *
 * @param by the thread that overwrote it
 * @param of the thread that had written it
 * @param read what the first had read
 * @param written what both have written
 */
public record OverwrittenUpdate(int by, int of, long read, long written) {}
