package dev.overlap.export.html;

import dev.overlap.comparison.Comparison;
import dev.overlap.comparison.VariantResult;
import dev.overlap.text.DurationFormat;
import dev.overlap.text.PictureText;
import dev.overlap.text.UncontendedTimeText;
import dev.overlap.trace.metrics.LowerBound;
import dev.overlap.trace.metrics.UncontendedTimes;

import java.util.ArrayList;
import java.util.List;

/** The reference lines of a comparison, as its chart draws them. */
final class ComparisonMarks {

    private ComparisonMarks() {}

    static List<ReferenceLines.ReferenceLine> of(Comparison comparison) {
        List<ReferenceLines.ReferenceLine> marks = new ArrayList<>();
        UncontendedTimes basis = comparison.basis();
        LowerBound bound = basis == null ? LowerBound.UNKNOWN : basis.lowerBound();
        if (bound.isKnown()) {
            String words = UncontendedTimeText.bound(bound);
            marks.add(new ReferenceLines.ReferenceLine(words, bound.nanos(), "lowerBound"));
        }
        VariantResult measured = comparison.oneByOne();
        if (measured != null && measured.medianNanos() > 0) {
            long wall = measured.medianNanos();
            String words = PictureText.SEQUENTIAL_MEASURED.formatted(DurationFormat.text(wall));
            marks.add(new ReferenceLines.ReferenceLine(words, wall, "oneByOne"));
        } else if (basis != null && basis.sumNanos() > 0 && maxTasks(comparison) > 1) {
            String words = UncontendedTimeText.oneByOne(basis.sumNanos());
            marks.add(new ReferenceLines.ReferenceLine(words, basis.sumNanos(), "oneByOne"));
        }
        return marks;
    }

    private static int maxTasks(Comparison comparison) {
        return DrawnVariants.of(comparison).stream()
                .mapToInt(it -> DrawnVariants.trace(it).tasks().size())
                .max()
                .orElse(0);
    }
}
