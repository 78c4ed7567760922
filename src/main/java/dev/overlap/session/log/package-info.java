/** Event logs: every run and comparison as a stream of small JSON objects, written and read. */
package dev.overlap.session.log;
