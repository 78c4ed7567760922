/** Several runs of one list, one after another, and what they say beside each other. */
package dev.overlap.compare;
