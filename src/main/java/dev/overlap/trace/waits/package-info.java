/**
 * Why a task waited, and for whom: {@link dev.overlap.trace.waits.WaitAnalysis} reads it off a
 * trace.
 */
package dev.overlap.trace.waits;
