/**
 * Figures computed from a trace: statistics of a run and its workers, and the times that tasks
 * would need alone.
 */
package dev.overlap.trace.metrics;
