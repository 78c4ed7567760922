/** The rows of a run as a table of text. */
package dev.overlap.text.table;
