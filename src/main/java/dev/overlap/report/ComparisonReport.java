package dev.overlap.report;

import dev.overlap.comparison.Comparison;
import dev.overlap.comparison.Guesses;
import dev.overlap.comparison.SortOrder;
import dev.overlap.comparison.WorkerSweep;
import dev.overlap.text.NumberFormats;
import dev.overlap.text.comparison.ComparisonText;
import dev.overlap.text.comparison.ConclusionText;

import java.time.Instant;

/**
 * The data of a comparison for export.
 *
 * @param comparison finished or not; runs in progress are not part of tables
 * @param order the sort order in images; tables keep the order of the list
 * @param guesses the user's guesses
 * @param begun the wall-clock time of its start
 * @param look the look of an image, except for its rows; ignored by tables
 */
public record ComparisonReport(
        Comparison comparison,
        SortOrder order,
        Guesses guesses,
        Instant begun,
        RunReport.Look look) {

    /** The title, one line. */
    public String title() {
        if (comparison.isSideBySide()) {
            return ComparisonText.sideBySide(comparison);
        }
        return isSweep()
                ? "\"" + WorkerSweep.of(comparison).model() + "\": how many workers?"
                : "One list under " + NumberFormats.count(comparison.entries().size(), "model");
    }

    /** The conclusion; empty before a run has finished. */
    public String sentence() {
        return comparison.done() == 0 ? "" : ConclusionText.of(comparison);
    }

    /** Whether it is a worker sweep. */
    public boolean isSweep() {
        return WorkerSweep.is(comparison);
    }
}
