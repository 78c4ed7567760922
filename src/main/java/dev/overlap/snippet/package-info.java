/**
 * The programs equivalent to the models, in Python and in Java ({@link
 * dev.overlap.snippet.Program}): rendered from the templates in {@code assets/code}, to be read,
 * copied and run.
 */
package dev.overlap.snippet;
