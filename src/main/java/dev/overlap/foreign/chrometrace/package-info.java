/** Reads Chrome trace events, as profilers and browsers write them, as runs. */
package dev.overlap.foreign.chrometrace;
