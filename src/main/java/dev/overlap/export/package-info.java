/** Writes a run to a file, in the format that the file's extension names. */
package dev.overlap.export;
