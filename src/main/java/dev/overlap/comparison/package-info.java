/**
 * Several runs of one list, one after another ({@link dev.overlap.comparison.ComparisonRunner}),
 * and what they say together ({@link dev.overlap.comparison.Conclusion}).
 */
package dev.overlap.comparison;
