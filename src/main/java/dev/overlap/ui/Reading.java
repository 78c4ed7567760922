package dev.overlap.ui;

import dev.overlap.trace.HandOvers;
import dev.overlap.trace.Statistics;

/**
 * A moment and its numbers, counted once for all panes. To count costs a look at every phase of
 * every task, and at every slice of a loop.
 *
 * @param computations how many tasks of the run compute; the others ask for an answer
 */
record Reading(Moment moment, Statistics numbers, HandOvers handOvers, int computations) {

    static Reading of(Moment moment, int computations) {
        return new Reading(
                moment,
                Statistics.of(moment.trace(), moment.horizonNanos()),
                HandOvers.of(moment.trace(), moment.horizonNanos()),
                computations);
    }
}
