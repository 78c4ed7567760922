/**
 * Draws timelines: {@link dev.overlap.render.timeline.ChartPainter} paints, {@link
 * dev.overlap.render.timeline.ChartLayout} computes positions and hit tests.
 */
package dev.overlap.render.timeline;
