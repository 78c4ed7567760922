/** The controls that choose which rows of a timeline are shown, and in which order. */
package dev.overlap.ui.rows;
