/** Number formats, and the sentences that windows, pictures and the command line share. */
package dev.overlap.text;
