/** Lessons on paper: questions with an axis to draw on, and their solutions. */
package dev.overlap.export.worksheet;
