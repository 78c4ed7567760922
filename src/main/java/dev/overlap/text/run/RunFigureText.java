package dev.overlap.text.run;

import dev.overlap.text.DurationFormat;
import dev.overlap.text.NumberFormats;
import dev.overlap.text.UncontendedTimeText;
import dev.overlap.trace.metrics.Statistics;

import java.util.List;

/** The figures over a chart: a name and a number each. */
public final class RunFigureText {

    /** A figure. */
    public record LabelledNumber(String name, String number) {}

    private RunFigureText() {}

    /**
     * Returns the figures of a run.
     *
     * @param measuredSpeedUp over a sequential run of the same list, NaN if there is none
     */
    public static List<LabelledNumber> of(Statistics numbers, double measuredSpeedUp) {
        return List.of(
                wall(numbers),
                new LabelledNumber(
                        "Tasks alone, in total", UncontendedTimeText.time(numbers.workNanos())),
                new LabelledNumber(
                        "Speed-up over sequential",
                        RunTitleText.speedUpOrNone(measuredSpeedUp, numbers.derivedSpeedUp())),
                new LabelledNumber(
                        "Longest task, alone", UncontendedTimeText.time(numbers.longestNanos())),
                peak(numbers),
                failures(numbers));
    }

    /** Returns those that do not rest on what Overlap knows of its own runs. */
    public static List<LabelledNumber> ofForeign(Statistics numbers) {
        return List.of(wall(numbers), peak(numbers), failures(numbers));
    }

    private static LabelledNumber wall(Statistics numbers) {
        return new LabelledNumber("Wall time", DurationFormat.text(numbers.wallNanos()));
    }

    private static LabelledNumber peak(Statistics numbers) {
        return new LabelledNumber("Peak in flight", NumberFormats.count(numbers.peakInFlight()));
    }

    private static LabelledNumber failures(Statistics numbers) {
        return new LabelledNumber("Failed", failed(numbers));
    }

    private static String failed(Statistics numbers) {
        String failed =
                NumberFormats.count(numbers.failed())
                        + " of "
                        + NumberFormats.count(numbers.tasks());
        return numbers.cancelled() == 0
                ? failed
                : failed + ", " + NumberFormats.count(numbers.cancelled()) + " cancelled";
    }
}
