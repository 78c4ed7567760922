/** The table that says what the chart draws. */
package dev.overlap.ui.table;
