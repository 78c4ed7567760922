/** A race in which a person is the scheduler: its buttons, and its picture in the chart's place. */
package dev.overlap.ui.lesson.scheduler;
