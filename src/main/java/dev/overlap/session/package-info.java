/** Runs and comparisons that outlive the program: what a file holds of them. */
package dev.overlap.session;
