/** What is said of lessons: of their steps, of what a run did not show, and on paper. */
package dev.overlap.text.lesson;
