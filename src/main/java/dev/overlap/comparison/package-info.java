/**
 * Runs one list several times ({@link dev.overlap.comparison.ComparisonRunner}) and draws
 * conclusions ({@link dev.overlap.comparison.Conclusion}).
 */
package dev.overlap.comparison;
