package dev.overlap.export;

import dev.overlap.comparison.Comparison;
import dev.overlap.comparison.Guesses;
import dev.overlap.comparison.SortOrder;
import dev.overlap.comparison.WorkerSweep;
import dev.overlap.text.ConclusionText;
import dev.overlap.text.NumberFormats;

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
        Comparison comparison,
        SortOrder order,
        Guesses guesses,
        Instant begun,
        RunReport.Look look) {

    /** What it is called, in a line. */
    String title() {
        return isSweep()
                ? "\""
                        + comparison.plan().variants().getFirst().plan().model()
                        + "\": how many workers?"
                : "One list under " + NumberFormats.count(comparison.entries().size(), "model");
    }

    /** What it says, in a sentence or two; empty before a run has finished. */
    String sentence() {
        return comparison.done() == 0 ? "" : ConclusionText.of(comparison);
    }

    /** Whether it is one model with more and more workers. */
    boolean isSweep() {
        return WorkerSweep.is(comparison);
    }
}
