/** Writes runs and comparisons as one HTML file that can be explored and replayed offline. */
package dev.overlap.export.html;
