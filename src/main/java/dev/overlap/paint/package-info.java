/**
 * Turns a trace into rectangles, lines and text on a surface: pure geometry that knows no toolkit.
 */
package dev.overlap.paint;
