/** The sentences and tables on comparisons, sweeps and guesses. */
package dev.overlap.text.comparison;
