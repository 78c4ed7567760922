/** Sentences on what files of other programs cannot hold, or hold that cannot be shown. */
package dev.overlap.text.interchange;
