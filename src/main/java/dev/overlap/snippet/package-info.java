/**
 * The programs that models stand for, in Python and in Java ({@link dev.overlap.snippet.Program}):
 * text to read, to copy and to run, put together from the templates in {@code assets/code}.
 */
package dev.overlap.snippet;
