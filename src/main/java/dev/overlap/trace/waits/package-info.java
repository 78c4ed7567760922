/**
 * The waits of tasks and their causes, which {@link dev.overlap.trace.waits.WaitAnalysis} derives
 * from a trace.
 */
package dev.overlap.trace.waits;
