/** Writes the requests of runs as an HTTP archive, which browsers' developer tools open. */
package dev.overlap.export.har;
