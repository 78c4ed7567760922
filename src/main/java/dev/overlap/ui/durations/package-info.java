/** How long the tasks of a run took: percentiles and a histogram. */
package dev.overlap.ui.durations;
