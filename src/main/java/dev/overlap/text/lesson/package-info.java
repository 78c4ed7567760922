/** The words of lessons, except those of a lesson itself. */
package dev.overlap.text.lesson;
