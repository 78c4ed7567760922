/** Reads HTTP archives, as browsers and proxies write them, as runs and as site lists. */
package dev.overlap.foreign.har;
