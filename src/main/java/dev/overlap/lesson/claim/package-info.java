/** Statements of a lesson that its measured runs prove, disprove or complete. */
package dev.overlap.lesson.claim;
