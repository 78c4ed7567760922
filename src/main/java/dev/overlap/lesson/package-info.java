/** Lessons: files that say what a class is asked, what is run for it, and what it then sees. */
package dev.overlap.lesson;
