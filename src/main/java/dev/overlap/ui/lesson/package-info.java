/** The lesson page and the lesson that is open. */
package dev.overlap.ui.lesson;
