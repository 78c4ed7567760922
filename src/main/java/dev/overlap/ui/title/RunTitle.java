package dev.overlap.ui.title;

import dev.overlap.concurrency.ConcurrencyModel;
import dev.overlap.text.DurationFormat;
import dev.overlap.text.comparison.GuessText;
import dev.overlap.text.run.RunTitleText;
import dev.overlap.trace.Trace;
import dev.overlap.trace.metrics.Statistics;
import dev.overlap.ui.run.RunController.Part;
import dev.overlap.ui.run.RunController.Started;

import org.jspecify.annotations.Nullable;

import java.util.EnumMap;
import java.util.Map;

/**
 * What is said of a run in one line.
 *
 * @param parts the words, in the order in which they are read; only those that apply
 */
record RunTitle(Map<Kind, String> parts) {

    /** A part of the title. */
    enum Kind {
        MODEL,
        WORKERS,
        TASKS,
        WALL,
        SPEED_UP,
        GUESS,
        ORIGIN
    }

    RunTitle {
        Map<Kind, String> copy = new EnumMap<>(Kind.class);
        copy.putAll(parts);
        copy.values().removeIf(String::isEmpty);
        parts = copy;
    }

    /**
     * Returns the title of a run.
     *
     * @param finished its numbers; null while it lasts
     * @param measuredSpeedUp NaN if it was not measured
     */
    static RunTitle of(Started started, @Nullable FinishedRun finished, double measuredSpeedUp) {
        Trace trace = started.run().trace();
        String model = started.run().plan().model();
        Long guess = started.guesses().of(model);
        Part part = started.part();
        Map<Kind, String> parts = new EnumMap<>(Kind.class);
        parts.put(Kind.MODEL, ConcurrencyModel.of(model).name());
        parts.put(Kind.WORKERS, RunTitleText.workers(trace));
        parts.put(Kind.TASKS, RunTitleText.tasks(trace));
        parts.put(Kind.WALL, finished == null ? RunTitleText.RUNNING : wall(finished.numbers()));
        parts.put(Kind.SPEED_UP, finished == null ? "" : speedUp(finished, measuredSpeedUp));
        parts.put(Kind.GUESS, guess == null ? "" : GuessText.of(guess));
        parts.put(Kind.ORIGIN, part == null ? "" : RunTitleText.part(part.runs()));
        return new RunTitle(parts);
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
