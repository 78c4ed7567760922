package dev.overlap.export;

import dev.overlap.compare.Comparison;
import dev.overlap.compare.Guesses;
import dev.overlap.compare.Order;
import dev.overlap.compare.Sweep;
import dev.overlap.paint.ConclusionWords;
import dev.overlap.paint.Counts;

import java.time.Instant;

/**
 * A comparison as a file tells of it.
 *
 * @param comparison finished or not; what goes on is left out of tables
 * @param order how a picture sorts it; tables keep the order of the list
 * @param guesses what people thought
 * @param begun when it began, by the clock on the wall
 * @param look how a picture is drawn, but for its rows; tables ignore it
 */
public record ComparisonReport(
        Comparison comparison, Order order, Guesses guesses, Instant begun, Report.Look look) {

    /** What it is called, in a line. */
    String title() {
        return isSweep()
                ? "\""
                        + comparison.programme().variants().getFirst().plan().model()
                        + "\": how many workers?"
                : "One list under " + Counts.text(comparison.entries().size(), "model");
    }

    /** What it says, in a sentence or two; empty before a run has finished. */
    String sentence() {
        return comparison.done() == 0 ? "" : ConclusionWords.of(comparison);
    }

    /** Whether it is one model with more and more workers. */
    boolean isSweep() {
        return Sweep.is(comparison);
    }
}
