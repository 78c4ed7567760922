/**
 * The record of a run: the phases of all tasks and the busy slices of all workers, in flat arrays
 * that only grow.
 */
package dev.overlap.trace;
