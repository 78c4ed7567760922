/** Input of the user's guesses. */
package dev.overlap.ui.guess;
