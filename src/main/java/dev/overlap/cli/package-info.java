/** The command line. */
package dev.overlap.cli;
