/** Writes runs as Chrome trace events, which Perfetto opens. */
package dev.overlap.export.chrometrace;
