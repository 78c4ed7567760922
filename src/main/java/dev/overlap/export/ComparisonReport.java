package dev.overlap.export;

import dev.overlap.compare.Comparison;
import dev.overlap.compare.Guesses;
import dev.overlap.compare.Order;

import java.time.Instant;

/**
 * A comparison as a file tells of it.
 *
 * @param title such as {@code One list under 9 models}
 * @param comparison what was measured, finished or not
 * @param drawing what its picture is
 * @param order how the parts of a picture are sorted
 * @param guesses what people thought before
 * @param sentence the conclusion, or empty
 * @param begun when it began, by the clock on the wall
 * @param look how a picture is drawn; what a row is does not matter here
 */
public record ComparisonReport(
        String title,
        Comparison comparison,
        Drawing drawing,
        Order order,
        Guesses guesses,
        String sentence,
        Instant begun,
        Report.Look look) {

    /** What the picture of a comparison is. */
    public enum Drawing {
        /** A part a variant, on one time axis. */
        MULTIPLES,
        /** A point a variant: wall time against workers. */
        SWEEP
    }

    /** Models on one list, the fastest first. */
    public static ComparisonReport ofModels(Comparison comparison, String sentence, Instant begun) {
        int models = comparison.entries().size();
        return new ComparisonReport(
                "One list under " + models + (models == 1 ? " model" : " models"),
                comparison,
                Drawing.MULTIPLES,
                Order.WALL,
                Guesses.NONE,
                sentence,
                begun,
                Report.Look.DEFAULT);
    }

    /** One model with more and more workers. */
    public static ComparisonReport ofWorkers(
            String modelName, Comparison comparison, String sentence, Instant begun) {
        return new ComparisonReport(
                modelName + ": how many workers?",
                comparison,
                Drawing.SWEEP,
                Order.LIST,
                Guesses.NONE,
                sentence,
                begun,
                Report.Look.DEFAULT);
    }

    /** The same, sorted so. */
    public ComparisonReport sortedBy(Order order) {
        return new ComparisonReport(
                title, comparison, drawing, order, guesses, sentence, begun, look);
    }

    /** The same beside these guesses. */
    public ComparisonReport guessing(Guesses guesses) {
        return new ComparisonReport(
                title, comparison, drawing, order, guesses, sentence, begun, look);
    }

    /** The same, looking otherwise. */
    public ComparisonReport withLook(Report.Look look) {
        return new ComparisonReport(
                title, comparison, drawing, order, guesses, sentence, begun, look);
    }
}
