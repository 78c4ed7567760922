/** Sentences and figures of what is measured in a run: ranges of time and durations. */
package dev.overlap.text.measure;
