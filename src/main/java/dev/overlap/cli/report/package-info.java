/**
 * What the command line prints about runs and comparisons: text, tables and JSON Lines ({@link
 * dev.overlap.cli.report.RunReporter}).
 */
package dev.overlap.cli.report;
