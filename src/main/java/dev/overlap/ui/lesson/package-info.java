/** The lesson menu, the lesson page, and the open lesson. */
package dev.overlap.ui.lesson;
