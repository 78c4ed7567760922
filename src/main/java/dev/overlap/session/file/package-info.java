/** Files that hold runs, of this and of other programs: what they are, and how they are read. */
package dev.overlap.session.file;
