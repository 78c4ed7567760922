/** A person's own program in the window: confirmed, run, stopped, its output and its source. */
package dev.overlap.ui.program;
