package dev.overlap.ui;

import dev.overlap.trace.Change;
import dev.overlap.trace.HandOvers;
import dev.overlap.trace.Statistics;

import java.util.List;

/**
 * A moment and its numbers, counted once for all panes. To count costs a look at every phase of
 * every task, and at every slice of a loop.
 *
 * @param lastChanges what changed last before the moment of a replay; empty for one that is none
 * @param computations how many tasks of the run compute; the others ask for an answer
 */
record Reading(
        Moment moment,
        Statistics numbers,
        HandOvers handOvers,
        List<Change> lastChanges,
        int computations) {

    Reading {
        lastChanges = List.copyOf(lastChanges);
    }

    static Reading of(Moment moment, List<Change> lastChanges, int computations) {
        return new Reading(
                moment,
                Statistics.of(moment.trace(), moment.horizonNanos()),
                HandOvers.of(moment.trace(), moment.horizonNanos()),
                lastChanges,
                computations);
    }
}
