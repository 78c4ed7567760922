/** A race that a person schedules: two threads whose next step is released by hand. */
package dev.overlap.lesson.scheduler;
