/**
 * Turns a trace into rectangles, lines and text: {@link dev.overlap.render.timeline.ChartPainter}
 * paints, {@link dev.overlap.render.timeline.ChartLayout} says what stands where and what lies
 * under a point.
 */
package dev.overlap.render.timeline;
