/** Typing how long a run will take. */
package dev.overlap.ui.guess;
