package dev.overlap.trace.waits;

/** A wait with the interval in which it was found, in nanoseconds since time zero. */
record TimedWait(Wait cause, long beginNanos, long endNanos) {}
