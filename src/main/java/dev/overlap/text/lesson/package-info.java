/** Sentences on the steps of a lesson: what is waited for, and what a run did not show. */
package dev.overlap.text.lesson;
