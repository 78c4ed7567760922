package dev.overlap.cli;

import dev.overlap.compare.Comparison;
import dev.overlap.compare.Programme;
import dev.overlap.engine.Series;
import dev.overlap.engine.TurnFailed;

import java.time.Instant;

/**
 * One programme, run to its end.
 *
 * @param comparison what was measured
 * @param begun when it began
 * @param regular whether the series came to its end; if not, a sentence has been said
 */
record SeriesExecution(Comparison comparison, Instant begun, boolean regular) {

    /**
     * Runs a programme and waits for its end, while its progress is told.
     *
     * @param voice speaks of the progress
     * @throws Refused if not even the first run can start
     */
    static SeriesExecution run(Programme programme, Shift shift, Surroundings voice)
            throws Refused, InterruptedException {
        Instant begun = Instant.now();
        Series series =
                Series.start(programme, shift.workshop()::start, SeriesExecution::inBackground);
        shift.interruption().stopsBy(series::cancel);
        TurnFailed failed = new SeriesProgress(voice, shift.results()).follow(series);
        if (failed != null) {
            complain(failed, series.soFar(), voice);
        }
        return new SeriesExecution(series.soFar(), begun, failed == null);
    }

    /** Whether every run was made, and every task of every run was answered or computed. */
    boolean isDone() {
        return regular
                && comparison.isWhole()
                && comparison.entries().stream()
                        .flatMap(entry -> entry.samples().stream())
                        .allMatch(sample -> Execution.isDone(sample.trace()));
    }

    private static void complain(TurnFailed failed, Comparison soFar, Surroundings voice)
            throws Refused {
        if (!failed.hadBegun() && soFar.done() == 0) {
            throw new Refused(failed);
        }
        voice.complain(failed);
    }

    /** Starts one run after another; a thread each is little beside what a run starts. */
    private static void inBackground(Runnable task) {
        Thread.ofPlatform().daemon().name("overlap-series").start(task);
    }
}
