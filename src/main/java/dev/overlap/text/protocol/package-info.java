/**
 * Sentences on events that programs tell of themselves: what is wrong with them, what they lack.
 */
package dev.overlap.text.protocol;
