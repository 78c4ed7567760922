/** Sentences on the program itself: its version, its libraries and their licences. */
package dev.overlap.text.about;
