/**
 * The comparison screen: {@link dev.overlap.ui.comparison.ComparisonController} decides, {@link
 * dev.overlap.ui.comparison.ComparisonView} shows.
 */
package dev.overlap.ui.comparison;
