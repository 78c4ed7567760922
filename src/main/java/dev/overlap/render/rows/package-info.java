/** Decides which tasks have a row in a timeline, in which order, and where each row is. */
package dev.overlap.render.rows;
