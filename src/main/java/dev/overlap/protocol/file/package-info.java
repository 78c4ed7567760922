/** Files of Overlap events, read as runs and checked. */
package dev.overlap.protocol.file;
