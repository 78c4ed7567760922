package dev.overlap.cli;

import dev.overlap.compare.Comparison;
import dev.overlap.compare.Programme;
import dev.overlap.engine.Series;
import dev.overlap.engine.TurnFailed;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.TaskTrack;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.stream.Stream;

/**
 * One programme, run to its end.
 *
 * @param comparison what was measured
 * @param begun when it began
 * @param regular whether the series came to its end; if not, a sentence has been said
 */
record SeriesExecution(Comparison comparison, Instant begun, boolean regular) {

    /**
     * Where a programme is run.
     *
     * @param interruption may stop it
     * @param results where its results go; it is stopped when nobody reads them
     */
    record Stage(Workshop workshop, Interruption interruption, Outlet results) {}

    /**
     * Runs a programme and waits for its end, while its progress is told.
     *
     * @param voice speaks of the progress
     * @throws Refused if not even the first run can start
     */
    static SeriesExecution run(Programme programme, Stage stage, Surroundings voice)
            throws Refused, InterruptedException {
        Instant begun = Instant.now();
        Series series =
                Series.start(programme, stage.workshop::start, SeriesExecution::inBackground);
        stage.interruption.stopsBy(series::cancel);
        TurnFailed failed = new SeriesProgress(voice, stage.results).follow(series);
        if (failed != null) {
            complain(failed, series.soFar(), voice);
        }
        return new SeriesExecution(series.soFar(), begun, failed == null);
    }

    /** Whether every run was made, and every task of every run was answered or computed. */
    boolean isDone() {
        return regular
                && comparison.isWhole()
                && tasks().map(TaskTrack::outcome).allMatch(SeriesExecution::isSuccess);
    }

    private Stream<TaskTrack> tasks() {
        return comparison.entries().stream()
                .flatMap(entry -> entry.samples().stream())
                .flatMap(sample -> sample.trace().tasks().stream());
    }

    private static void complain(TurnFailed failed, Comparison soFar, Surroundings voice)
            throws Refused {
        if (!failed.hadBegun() && soFar.done() == 0) {
            throw new Refused(failed);
        }
        voice.complain(failed);
    }

    private static boolean isSuccess(@Nullable Outcome outcome) {
        return outcome != null && outcome.isSuccess();
    }

    /** Starts one run after another; a thread each is little beside what a run starts. */
    private static void inBackground(Runnable task) {
        Thread.ofPlatform().daemon().name("overlap-series").start(task);
    }
}
