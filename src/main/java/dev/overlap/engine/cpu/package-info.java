/**
 * Computation that takes a declared CPU time ({@link dev.overlap.engine.cpu.ComputeRunner}),
 * CPython's interpreter lock, and the CPU times and context switches that the system reports.
 */
package dev.overlap.engine.cpu;
