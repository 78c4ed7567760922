/**
 * What the tasks of a run share: locks, permits, counters and queues ({@link
 * dev.overlap.engine.resource.SharedResources}), and the search for tasks that wait for one another
 * ({@link dev.overlap.engine.resource.DeadlockFinder}).
 */
package dev.overlap.engine.resource;
