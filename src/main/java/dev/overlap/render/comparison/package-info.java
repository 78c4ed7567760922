/**
 * Draws comparisons and worker sweeps: {@link dev.overlap.render.comparison.ComparisonPainter},
 * {@link dev.overlap.render.comparison.SweepPainter}.
 */
package dev.overlap.render.comparison;
