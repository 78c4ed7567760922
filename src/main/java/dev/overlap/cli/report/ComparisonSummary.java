package dev.overlap.cli.report;

import dev.overlap.comparison.Comparison;
import dev.overlap.report.ComparisonReport;
import dev.overlap.text.comparison.BusyRunsText;
import dev.overlap.text.comparison.ComparisonTable;
import dev.overlap.text.comparison.ConclusionText;
import dev.overlap.text.comparison.GuessText;

import java.util.ArrayList;
import java.util.List;

/** The results of a comparison as text. */
public final class ComparisonSummary {

    private ComparisonSummary() {}

    /**
     * Returns the table, if anything was measured, how far off the guesses were, the conclusion,
     * and whether the machine was busy.
     */
    public static List<String> of(ComparisonReport report) {
        Comparison comparison = report.comparison();
        List<String> lines = new ArrayList<>();
        if (comparison.done() > 0) {
            lines.addAll(TextTable.lines(ComparisonTable.of(comparison, report.order())));
        }
        lines.addAll(GuessText.of(comparison, report.guesses()));
        lines.add(ConclusionText.of(comparison));
        String busy = BusyRunsText.of(comparison);
        if (!busy.isEmpty()) {
            lines.add(busy);
        }
        return lines;
    }
}
