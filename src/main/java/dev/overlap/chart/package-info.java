/** The timeline as a JavaFX control. */
package dev.overlap.chart;
