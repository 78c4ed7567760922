/** The runs and comparisons that a user's folder keeps: for how long, and under what name. */
package dev.overlap.session.history;
