package dev.overlap.ui;

import dev.overlap.trace.Statistics;

/**
 * A moment and its numbers, counted once for all panes. To count costs a look at every phase of
 * every task.
 */
record Reading(Moment moment, Statistics numbers) {

    static Reading of(Moment moment) {
        return new Reading(moment, Statistics.of(moment.trace(), moment.horizonNanos()));
    }
}
