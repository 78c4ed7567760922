/** Overlap events, version 1: what programs tell of themselves, a JSON object a line. */
package dev.overlap.protocol;
