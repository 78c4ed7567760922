package dev.overlap.text.session;

import static dev.overlap.text.NumberFormats.count;

import dev.overlap.comparison.Comparison;
import dev.overlap.session.Recording;
import dev.overlap.session.Recording.RecordedComparison;
import dev.overlap.session.Recording.RecordedRun;

/** Sentences on what a file holds. */
public final class ContentText {

    private ContentText() {}

    /**
     * Returns what a file is and holds.
     *
     * @param type the noun for such files
     */
    public static String of(String type, Recording recording) {
        return switch (recording) {
            case RecordedRun run ->
                    "%s with a run of %s, \"%s\"."
                            .formatted(
                                    type,
                                    count(run.trace().tasks().size(), "task"),
                                    run.modelName());
            case RecordedComparison it ->
                    "%s with a comparison of %s, %s."
                            .formatted(
                                    type,
                                    count(it.comparison().entries().size(), "variant"),
                                    count(runs(it.comparison()), "run"));
        };
    }

    private static long runs(Comparison comparison) {
        return comparison.entries().stream().mapToLong(entry -> entry.samples().size()).sum();
    }
}
