/** What is written to files: a run or a comparison, and what a file format is. */
package dev.overlap.report;
