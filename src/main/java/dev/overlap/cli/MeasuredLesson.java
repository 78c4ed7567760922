package dev.overlap.cli;

import dev.overlap.cli.options.UsageException;
import dev.overlap.comparison.ComparisonPlan;
import dev.overlap.comparison.Guesses;
import dev.overlap.comparison.Measurement;
import dev.overlap.comparison.SortOrder;
import dev.overlap.comparison.Variant;
import dev.overlap.comparison.VariantResult;
import dev.overlap.concurrency.ConcurrencyModel;
import dev.overlap.lesson.Lesson;
import dev.overlap.lesson.claim.MeasuredRuns;
import dev.overlap.report.ComparisonReport;
import dev.overlap.report.RunReport;
import dev.overlap.trace.Trace;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A lesson and the runs of its models. */
record MeasuredLesson(Lesson lesson, ComparisonRunResult result) {

    /**
     * Returns what is missing on this machine to run a lesson, as sentences; empty if nothing is.
     */
    static Optional<String> missing(Lesson lesson, CommandSession session) {
        return session.missing(lesson.models().stream().map(lesson::plan));
    }

    /**
     * Runs all models of a lesson, each as often as the lesson says.
     *
     * @param messages where the progress is printed
     * @throws UsageException if not even the first run can start
     */
    static MeasuredLesson run(Lesson lesson, CommandSession session, CliContext messages)
            throws UsageException, InterruptedException {
        List<ConcurrencyModel> models = lesson.models().stream().map(ConcurrencyModel::of).toList();
        ComparisonPlan plan =
                new ComparisonPlan(
                        Variant.ofModels(lesson.sites(), lesson.settings(), models), lesson.runs());
        return new MeasuredLesson(lesson, ComparisonRunResult.run(plan, session, messages));
    }

    /** The report of all its runs. */
    ComparisonReport report() {
        return new ComparisonReport(
                result.comparison(),
                SortOrder.LIST,
                Guesses.NONE,
                result.begun(),
                RunReport.Look.DEFAULT);
    }

    /** The runs that have finished. */
    MeasuredRuns runs() {
        Map<String, List<Trace>> finished = new LinkedHashMap<>();
        for (VariantResult entry : result.comparison().entries()) {
            finished.put(
                    entry.variant().plan().model(),
                    entry.samples().stream().map(Measurement::trace).toList());
        }
        return new MeasuredRuns(finished, Guesses.NONE);
    }

    /** The run of the first model that is drawn, or null if it has none. */
    @Nullable RunReport picture() {
        VariantResult first = result.comparison().entries().getFirst();
        Measurement median = first.median();
        return median == null
                ? null
                : new RunReport(
                        first.variant().plan(),
                        first.variant().name(),
                        result.begun(),
                        median.trace(),
                        RunReport.Look.DEFAULT);
    }
}
