package dev.overlap.cli;

import dev.overlap.compare.Comparison;
import dev.overlap.compare.Programme;
import dev.overlap.compare.RunFigures;
import dev.overlap.compare.Sample;
import dev.overlap.compare.Variant;
import dev.overlap.engine.Series;
import dev.overlap.engine.TurnFailed;
import dev.overlap.paint.Counts;
import dev.overlap.paint.Durations;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;

import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * Follows a series to its end: looks at it ten times a second, says a line for each run that has
 * finished, and each failure of a variant once. Stops the series once nobody reads the results any
 * more.
 */
final class SeriesProgress {

    private final Surroundings program;
    private final Outlet results;
    private final LiveLine liveLine;
    private final Set<String> told = new HashSet<>();
    private int turnsTold;

    /**
     * Speaks to {@code program}.
     *
     * @param results where the results go; the series is stopped when nobody reads them
     */
    SeriesProgress(Surroundings program, Outlet results) {
        this.program = program;
        this.results = results;
        this.liveLine = new LiveLine(program.terminal() ? program.out() : Outlet.silence());
    }

    /**
     * Waits until a series is done.
     *
     * @return why it broke off, or null if it did not
     */
    @Nullable TurnFailed follow(Series series) throws InterruptedException {
        CompletableFuture<Void> done = series.done().toCompletableFuture();
        try {
            while (!Progress.endsBeforeNextLook(done)) {
                look(series);
            }
            return null;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TurnFailed failed) {
                return failed;
            }
            throw new IllegalStateException("a series ended as none does", e);
        } finally {
            tell(series.soFar());
        }
    }

    private void look(Series series) {
        Comparison soFar = series.soFar();
        if (soFar.done() > turnsTold) {
            tell(soFar);
        }
        drawLive(soFar, series.now());
        if (results.isCutOff()) {
            series.cancel();
        }
    }

    private void drawLive(Comparison soFar, Programme.@Nullable Turn now) {
        Trace live = now == null ? null : soFar.entries().get(now.variant()).live();
        if (now != null && live != null) {
            liveLine.draw(name(soFar.programme(), now), live);
        }
    }

    /** Says a line for each run that has finished since the last one was told. */
    private void tell(Comparison soFar) {
        liveLine.clear();
        List<Programme.Turn> turns = soFar.programme().turns();
        while (turnsTold < soFar.done()) {
            Programme.Turn turn = turns.get(turnsTold++);
            tell(soFar, turn);
        }
        program.out().flush();
    }

    private void tell(Comparison soFar, Programme.Turn turn) {
        Sample sample = soFar.entries().get(turn.variant()).samples().get(turn.round());
        Trace trace = sample.trace();
        int undone = RunFigures.undoneIn(trace);
        String outcome =
                undone == 0
                        ? "."
                        : ", "
                                + undone
                                + " of "
                                + Counts.text(trace.tasks().size(), "task")
                                + " not done.";
        program.say(
                name(soFar.programme(), turn)
                        + ": "
                        + Durations.text(sample.wallNanos())
                        + outcome);
        trace.tasks().forEach(task -> complain(soFar.programme(), turn, task));
    }

    private void complain(Programme programme, Programme.Turn turn, TaskTrack task) {
        if (task.outcome() instanceof Outcome.Failed(_, String sentence)) {
            String complaint = name(programme.variants().get(turn.variant())) + ": " + sentence;
            if (told.add(complaint)) {
                program.complain(complaint);
            }
        }
    }

    private static String name(Programme programme, Programme.Turn turn) {
        String name = name(programme.variants().get(turn.variant()));
        return programme.runs() == 1
                ? name
                : name + ", run " + (turn.round() + 1) + " of " + programme.runs();
    }

    private static String name(Variant variant) {
        String model = variant.plan().model();
        return variant.isOfWorkers()
                ? model + " with " + Counts.text(Integer.parseInt(variant.name()), "worker")
                : model;
    }
}
