/** The charts as JavaFX controls: timeline, comparison and worker sweep. */
package dev.overlap.chart;
