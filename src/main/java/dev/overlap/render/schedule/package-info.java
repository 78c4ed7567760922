/** A race that a person schedules, to rectangles, lines and text: pure geometry. */
package dev.overlap.render.schedule;
