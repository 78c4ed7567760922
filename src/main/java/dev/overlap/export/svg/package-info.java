/** Writes runs and comparisons as SVG. */
package dev.overlap.export.svg;
