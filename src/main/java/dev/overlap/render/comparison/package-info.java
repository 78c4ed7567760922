/**
 * Turns a comparison or a sweep into rectangles, lines and text: {@link
 * dev.overlap.render.comparison.ComparisonPainter}, {@link
 * dev.overlap.render.comparison.SweepPainter}.
 */
package dev.overlap.render.comparison;
