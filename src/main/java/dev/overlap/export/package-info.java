/** Exports runs and comparisons to files, in the format given by the file's extension. */
package dev.overlap.export;
