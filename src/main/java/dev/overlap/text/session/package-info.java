/** Sentences on files that hold runs: what was left out of them, and what is wrong with them. */
package dev.overlap.text.session;
