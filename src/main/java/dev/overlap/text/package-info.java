/** Number formats, and the texts of window, images and command line. */
package dev.overlap.text;
