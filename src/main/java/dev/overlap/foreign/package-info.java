/**
 * Files of JSON that other programs wrote: unpacked, limited, and read as far as they are whole.
 */
package dev.overlap.foreign;
