/**
 * The programs that the models stand for, in Python and in Java: text to read, to copy and to run,
 * put together from the parts in {@code assets/code}.
 */
package dev.overlap.code;
