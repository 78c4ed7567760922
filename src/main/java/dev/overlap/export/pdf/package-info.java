/** Writes runs and comparisons as PDF. */
package dev.overlap.export.pdf;
