/**
 * The entry point of Overlap, which runs a list of sites under a chosen concurrency model and
 * draws, live, what every task is doing. Each package below has one purpose, stated in its {@code
 * package-info}; the README lists which may use which, and tests check that.
 */
package dev.overlap;
