/** What a long trace is asked for by a chart, and answered off the JavaFX thread. */
package dev.overlap.chart.background;
