/** The line over the chart that says whose run is shown. */
package dev.overlap.ui.title;
