/** The course: all lessons as cards, and what was done of them. */
package dev.overlap.ui.course;
