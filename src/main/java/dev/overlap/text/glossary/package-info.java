/** The terms of windows and pictures, each explained in at most two sentences. */
package dev.overlap.text.glossary;
