package dev.overlap.ui.lesson.form;

import dev.overlap.comparison.Comparison;
import dev.overlap.comparison.ComparisonPlan;
import dev.overlap.comparison.ComparisonRunner;
import dev.overlap.comparison.Guesses;
import dev.overlap.comparison.Measurement;
import dev.overlap.comparison.Variant;
import dev.overlap.comparison.VariantResult;
import dev.overlap.concurrency.ConcurrencyModel;
import dev.overlap.lesson.Lesson;
import dev.overlap.lesson.claim.MeasuredRuns;
import dev.overlap.trace.Trace;
import dev.overlap.ui.run.RunStarter;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/**
 * Runs the models of a lesson, several times each, to see whether its claims hold. Nothing of it is
 * kept.
 *
 * <p>Threads: JavaFX thread only; the runs are started and cancelled in the background.
 */
final class ClaimCheck {

    /** How often each model runs. */
    static final int RUNS = 3;

    /** Receives the end of a check. */
    @FunctionalInterface
    interface Listener {

        /**
         * Takes notice of the end.
         *
         * @param runs what was measured
         * @param fault why it broke off by itself; empty if it did not
         */
        void ended(MeasuredRuns runs, String fault);
    }

    private final ComparisonRunner runner;
    private final Executor background;

    private ClaimCheck(ComparisonRunner runner, Executor background) {
        this.runner = runner;
        this.background = background;
    }

    /**
     * Starts a check.
     *
     * @param inbox runs on the JavaFX thread
     * @throws IllegalArgumentException with a sentence for people, if the runs are too many
     */
    static ClaimCheck start(
            Lesson lesson,
            RunStarter starter,
            Executor background,
            Executor inbox,
            Listener listener) {
        List<ConcurrencyModel> models = lesson.models().stream().map(ConcurrencyModel::of).toList();
        ComparisonPlan plan =
                new ComparisonPlan(
                        Variant.ofModels(lesson.sites(), lesson.settings(), models), RUNS);
        ComparisonRunner runner = ComparisonRunner.start(plan, starter::start, background);
        var _ =
                runner.done()
                        .whenComplete(
                                (_, fault) ->
                                        inbox.execute(
                                                () ->
                                                        listener.ended(
                                                                runs(runner.soFar()),
                                                                sentence(fault))));
        return new ClaimCheck(runner, background);
    }

    private static String sentence(@Nullable Throwable fault) {
        if (fault == null) {
            return "";
        }
        Throwable cause =
                fault instanceof CompletionException && fault.getCause() != null
                        ? fault.getCause()
                        : fault;
        return String.valueOf(cause.getMessage());
    }

    private static MeasuredRuns runs(Comparison comparison) {
        Map<String, List<Trace>> finished = new LinkedHashMap<>();
        for (VariantResult entry : comparison.entries()) {
            finished.put(
                    entry.variant().plan().model(),
                    entry.samples().stream().map(Measurement::trace).toList());
        }
        return new MeasuredRuns(finished, Guesses.NONE);
    }

    /** The number of runs that have ended. */
    int done() {
        return runner.soFar().done();
    }

    /** The number of all runs. */
    int total() {
        return runner.soFar().plan().turns().size();
    }

    /** Cancels the current run and starts no other. */
    void cancel() {
        background.execute(runner::cancel);
    }
}
