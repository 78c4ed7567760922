/** Sentences on programs that are watched: why one did not run or was not seen, and what helps. */
package dev.overlap.text.program;
