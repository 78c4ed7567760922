/** The record of a course: which lessons were done, when, and how good the guesses were. */
package dev.overlap.lesson.course;
