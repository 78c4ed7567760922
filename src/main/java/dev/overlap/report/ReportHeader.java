package dev.overlap.report;

import dev.overlap.comparison.ComparisonPlan;
import dev.overlap.plan.DurationParser;
import dev.overlap.plan.Plan;
import dev.overlap.text.NumberFormats;
import dev.overlap.text.run.RunFigureText;
import dev.overlap.text.run.RunFigureText.LabelledNumber;
import dev.overlap.text.run.RunTitleText;
import dev.overlap.trace.Trace;
import dev.overlap.trace.metrics.Statistics;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words under the title of a picture or page: the same in all formats. */
public final class ReportHeader {

    private ReportHeader() {}

    /** Returns workers, tasks, timeout and start of a run, as far as they are known. */
    public static String settings(RunReport report) {
        Trace trace = report.trace();
        return joined(
                RunTitleText.workers(trace),
                RunTitleText.tasks(trace),
                trace.isForeign() ? "" : timeout(report.plan()),
                date(report.begun()));
    }

    /** Returns number of runs and start of a comparison; of one list, its tasks and timeout too. */
    public static String settings(ComparisonReport report) {
        ComparisonPlan plan = report.comparison().plan();
        Plan first = plan.variants().getFirst().plan();
        boolean isOfOneList = report.comparison().isOfOneWork();
        return joined(
                isOfOneList ? NumberFormats.count(first.tasks().size(), "task") : "",
                plan.runs() == 1
                        ? "1 run each"
                        : "median of " + NumberFormats.count(plan.runs()) + " runs each",
                isOfOneList ? timeout(first) : "",
                date(report.begun()));
    }

    /** Returns the figures of a run. */
    public static List<LabelledNumber> figures(RunReport report, Statistics numbers) {
        return report.trace().isForeign()
                ? RunFigureText.ofForeign(numbers)
                : RunFigureText.of(numbers, report.measuredSpeedUp());
    }

    private static String joined(String... words) {
        return Stream.of(words)
                .filter(it -> !it.isEmpty())
                .collect(Collectors.joining(RunTitleText.SEPARATOR));
    }

    private static String timeout(Plan plan) {
        return "timeout " + DurationParser.write(plan.settings().timeout());
    }

    /** Returns an instant in the local time zone. */
    public static String date(Instant instant) {
        return RunTitleText.date(instant.atZone(ZoneId.systemDefault()));
    }
}
