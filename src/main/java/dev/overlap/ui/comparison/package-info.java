/**
 * The comparison screen: {@link dev.overlap.ui.comparison.ComparisonController} controls it, {@link
 * dev.overlap.ui.comparison.ComparisonView} shows it.
 */
package dev.overlap.ui.comparison;
