/** Sentences of the course and of the presenter's window. */
package dev.overlap.text.course;
