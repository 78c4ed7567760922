/**
 * Computation that takes a declared CPU time ({@link dev.overlap.engine.cpu.ComputeRunner}),
 * CPython's interpreter lock, and what the system tells of processor time.
 */
package dev.overlap.engine.cpu;
