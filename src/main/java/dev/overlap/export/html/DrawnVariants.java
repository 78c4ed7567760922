package dev.overlap.export.html;

import dev.overlap.comparison.Comparison;
import dev.overlap.comparison.VariantResult;
import dev.overlap.trace.Trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The variants of a comparison that have a run to draw, in the order of the plan. */
final class DrawnVariants {

    private DrawnVariants() {}

    static List<VariantResult> of(Comparison comparison) {
        List<VariantResult> drawn = new ArrayList<>();
        for (VariantResult result : comparison.entries()) {
            if (result.drawn() != null) {
                drawn.add(result);
            }
        }
        return drawn;
    }

    /** Returns the run that is drawn of such a variant. */
    static Trace trace(VariantResult drawn) {
        return Objects.requireNonNull(drawn.drawn());
    }
}
