/** Draws reports as pictures for slides, on any surface. */
package dev.overlap.report.slide;
