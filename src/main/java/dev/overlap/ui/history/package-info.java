/** The runs and comparisons that are kept, as a strip of thumbnails. */
package dev.overlap.ui.history;
