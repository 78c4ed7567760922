/**
 * The command line: {@link dev.overlap.cli.CommandLineProgram} parses it and executes one command.
 * A command that runs plans does so in a {@link dev.overlap.cli.CommandSession}.
 */
package dev.overlap.cli;
