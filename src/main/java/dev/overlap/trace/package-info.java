/**
 * What happened: the phases of all tasks and the busy times of all workers, in flat arrays that
 * only grow.
 */
package dev.overlap.trace;
