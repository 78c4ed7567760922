/** Lessons: files with a question, a list to run, and an explanation. */
package dev.overlap.lesson;
