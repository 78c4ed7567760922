package dev.overlap.text.comparison;

import dev.overlap.comparison.Comparison;
import dev.overlap.comparison.Conclusion;
import dev.overlap.comparison.VariantResult;

import java.util.List;

/** Says what a conclusion leaves out or qualifies: runs with failed tasks, and missing ones. */
final class IncompleteRunsText {

    private final Comparison comparison;
    private final Conclusion conclusion;

    IncompleteRunsText(Comparison comparison, Conclusion conclusion) {
        this.comparison = comparison;
        this.conclusion = conclusion;
    }

    /** Returns the sentences; empty if all runs are complete. */
    String text() {
        return ComparisonText.joined(failing(), undone(), unmeasured());
    }

    private String failing() {
        List<VariantResult> failing = conclusion.failing();
        int max = failing.stream().mapToInt(VariantResult::undone).max().orElse(0);
        return failing.isEmpty()
                ? ""
                : ComparisonText.names(failing)
                        + (failing.size() == 1 ? " is" : " are")
                        + " not ranked, because "
                        + ComparisonText.undone(max, comparison)
                        + ": a run that fails early is not fast.";
    }

    private String undone() {
        return conclusion.undone() == 0
                ? ""
                : "In every case "
                        + ComparisonText.undone(conclusion.undone(), comparison)
                        + ", so the times are those of incomplete runs.";
    }

    private String unmeasured() {
        List<VariantResult> missing = conclusion.unmeasured();
        return missing.isEmpty() || !comparison.finished()
                ? ""
                : ComparisonText.names(missing)
                        + (missing.size() == 1 ? " was" : " were")
                        + " not measured.";
    }
}
