/** The words for the order, the choice and the figures of the rows of a timeline. */
package dev.overlap.text.rows;
