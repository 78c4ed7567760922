/**
 * Forecasts how long the runs of a comparison will take, from what is known before and meanwhile.
 */
package dev.overlap.comparison.forecast;
