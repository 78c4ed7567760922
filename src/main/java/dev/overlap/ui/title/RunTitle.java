package dev.overlap.ui.title;

import dev.overlap.text.DurationFormat;
import dev.overlap.text.comparison.GuessText;
import dev.overlap.text.run.RunTitleText;
import dev.overlap.trace.Trace;
import dev.overlap.trace.metrics.FinishedRun;
import dev.overlap.trace.metrics.Statistics;
import dev.overlap.ui.run.RunController.MedianRun;
import dev.overlap.ui.run.RunController.RunOrigin;
import dev.overlap.ui.run.RunController.Started;

import org.jspecify.annotations.Nullable;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is said of a run in one line.
 *
 * @param parts the words, in the order in which they are read; only those that apply
 */
record RunTitle(Map<TitlePart, String> parts) {

    /** A part of the title. */
    enum TitlePart {
        MODEL,
        WORKERS,
        TASKS,
        WALL,
        SPEED_UP,
        GUESS,
        ORIGIN
    }

    RunTitle {
        Map<TitlePart, String> copy = new EnumMap<>(TitlePart.class);
        copy.putAll(parts);
        copy.values().removeIf(String::isEmpty);
        parts = copy;
    }

    /**
     * Returns the title of a run.
     *
     * @param finished its numbers; null while it lasts, or as long as they are computed
     * @param measuredSpeedUp NaN if it was not measured
     */
    static RunTitle of(Started started, @Nullable FinishedRun finished, double measuredSpeedUp) {
        Trace trace = started.run().trace();
        String model = started.run().plan().model();
        Long guess = started.guesses().of(model);
        Map<TitlePart, String> parts = new EnumMap<>(TitlePart.class);
        parts.put(TitlePart.MODEL, started.modelName());
        parts.put(TitlePart.WORKERS, RunTitleText.workers(trace));
        parts.put(TitlePart.TASKS, RunTitleText.tasks(trace));
        parts.put(TitlePart.WALL, finished == null ? wall(trace) : wall(finished.numbers()));
        parts.put(TitlePart.SPEED_UP, finished == null ? "" : speedUp(finished, measuredSpeedUp));
        parts.put(TitlePart.GUESS, guess == null ? "" : GuessText.of(guess));
        parts.put(TitlePart.ORIGIN, origin(started));
        return new RunTitle(parts);
    }

    private static String origin(Started started) {
        MedianRun median = started.median();
        RunOrigin origin = started.origin();
        return Stream.of(
                        median == null ? "" : RunTitleText.part(median.runs()),
                        origin == null ? "" : origin.words())
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(RunTitleText.SEPARATOR));
    }

    private static String wall(Trace trace) {
        return trace.isFinished() ? DurationFormat.text(trace.wallNanos()) : RunTitleText.RUNNING;
    }

    private static String wall(Statistics numbers) {
        String wall = DurationFormat.text(numbers.wallNanos());
        return numbers.cancelled() > 0 ? RunTitleText.STOPPED.formatted(wall) : wall;
    }

    private static String speedUp(FinishedRun finished, double measured) {
        Statistics numbers = finished.numbers();
        return RunTitleText.speedUp(
                measured, numbers.tasks() > 1 ? numbers.derivedSpeedUp() : Double.NaN);
    }

    String text() {
        return String.join(RunTitleText.SEPARATOR, parts.values());
    }
}
