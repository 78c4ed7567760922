/**
 * Converters that read the values of options; a value that makes no sense is a {@link
 * dev.overlap.cli.options.UsageException}.
 */
package dev.overlap.cli.options;
