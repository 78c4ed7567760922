/** Sentences on the runs that are kept. */
package dev.overlap.text.history;
