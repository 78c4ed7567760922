/**
 * What the command line prints: text, CSV and JSON lines ({@link
 * dev.overlap.cli.report.RunReporter}).
 */
package dev.overlap.cli.report;
