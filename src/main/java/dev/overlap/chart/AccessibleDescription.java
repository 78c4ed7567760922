package dev.overlap.chart;

import dev.overlap.comparison.VariantResult;
import dev.overlap.render.comparison.ComparisonFrame;
import dev.overlap.render.comparison.SweepFrame;
import dev.overlap.render.rows.RowOrder;
import dev.overlap.render.timeline.ChartFrame;
import dev.overlap.render.timeline.LegendPlace;
import dev.overlap.render.timeline.TooltipContent;
import dev.overlap.render.timeline.Tooltips;
import dev.overlap.text.ChartText;
import dev.overlap.text.DisplayNames;
import dev.overlap.text.DurationFormat;
import dev.overlap.text.NumberFormats;
import dev.overlap.text.OutcomeCountText;
import dev.overlap.text.comparison.GuessText;
import dev.overlap.text.rows.RowText;
import dev.overlap.trace.Phase;
import dev.overlap.trace.Trace;
import dev.overlap.trace.metrics.Statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The accessible text of a chart, as read out by screen readers. */
final class AccessibleDescription {

    static final String EMPTY = ChartText.EMPTY_TIMELINE;
    static final String NOTHING_COMPARED = ChartText.EMPTY_COMPARISON;

    static final String NOTHING_SWEPT = ChartText.EMPTY_SWEEP;

    private AccessibleDescription() {}

    /** Describes the timeline of a frame, and its row grouping if rows are not tasks. */
    static String of(ChartFrame frame) {
        Trace trace = frame.trace();
        String description = of(trace, frame.metrics().soFar());
        String rows =
                switch (frame.grouping()) {
                    case TASKS -> order(frame.order());
                    case WORKERS -> " Rows by worker: " + rows(frame, "worker");
                    case CONNECTIONS -> " Rows by connection: " + rows(frame, "connection");
                    case RESOURCES -> " Rows by resource: " + rows(frame, "resource");
                };
        return description + rows + hidden(frame.order()) + selected(trace, frame.selectedTask());
    }

    /** Describes an entry of the legend: what it means, and what its keys do. */
    static String ofLegend(ChartFrame frame, LegendPlace place) {
        TooltipContent meaning = Tooltips.of(frame, place.entry(), "");
        Phase phase = place.entry().phase();
        String keys =
                phase == null
                        ? ""
                        : frame.order().hidden().contains(phase)
                                ? ChartText.LEGEND_HIDDEN
                                : ChartText.LEGEND_KEYS;
        return ChartText.LEGEND_ENTRY.formatted(
                        place.words(), meaning == null ? "" : meaning.reason())
                + keys;
    }

    /** How rows are ordered and filtered, unless all are in the order of the list. */
    private static String order(RowOrder order) {
        List<String> remarks = new ArrayList<>(order.choice().orderWords());
        if (order.shown() < order.total()) {
            remarks.addFirst(
                    RowText.shown(order.shown(), order.total())
                            + RowText.because(order.choice().filter().words()));
        }
        return remarks.isEmpty() ? "" : " Rows: " + String.join(", ", remarks) + ".";
    }

    private static String hidden(RowOrder order) {
        return order.hidden().isEmpty() ? "" : " Phases: " + order.choice().phaseWords() + ".";
    }

    private static String selected(Trace trace, int task) {
        return task < 0 || task >= trace.tasks().size()
                ? ""
                : " Selected: " + DisplayNames.whole(trace.task(task)) + ".";
    }

    private static String rows(ChartFrame frame, String one) {
        return NumberFormats.count(frame.rows(), one) + ".";
    }

    private static String of(Trace trace, Statistics statistics) {
        String tasks = NumberFormats.count(statistics.tasks(), "task");
        String ended = OutcomeCountText.withFailed(statistics);
        if (!trace.isFinished()) {
            return "Timeline of " + tasks + ", running: " + ended + ".";
        }
        return ChartText.TIMELINE_DESCRIPTION.formatted(
                tasks,
                DurationFormat.text(statistics.wallNanos()),
                ended,
                statistics.peakInFlight());
    }

    /** Describes all variants with their wall times, in display order. */
    static String of(ComparisonFrame shown) {
        String entries =
                shown.order().of(shown.comparison()).stream()
                        .map(variantResult -> of(variantResult, shown))
                        .collect(Collectors.joining("; "));
        String count = NumberFormats.count(shown.comparison().entries().size(), "way");
        String description = shown.sentence().isEmpty() ? "" : " " + shown.sentence();
        return ChartText.COMPARISON_DESCRIPTION.formatted(
                count, entries, description, selected(shown));
    }

    private static String selected(ComparisonFrame shown) {
        List<VariantResult> entries = shown.comparison().entries();
        int selected = shown.selected();
        return selected < 0 || selected >= entries.size()
                ? ""
                : " Selected: " + entries.get(selected).variant().name() + ".";
    }

    private static String of(VariantResult variantResult, ComparisonFrame shown) {
        String name = variantResult.variant().name() + ": ";
        Long guess = shown.guesses().of(variantResult.variant().plan().model());
        String guessed =
                guess == null ? "" : ", " + GuessText.of(guess, variantResult.medianNanos());
        if (variantResult.medianNanos() >= 0) {
            return name + DurationFormat.text(variantResult.medianNanos()) + guessed;
        }
        boolean over = shown.comparison().finished();
        String waits = over ? "was not run" : ChartText.WAITS_FOR_ITS_TURN;
        return name + (variantResult.live() == null ? waits : "running") + guessed;
    }

    /** Describes all measured points. */
    static String of(SweepFrame shown) {
        String points =
                shown.points().stream()
                        .filter(point -> point.medianNanos() >= 0)
                        .map(
                                point ->
                                        workers(point, shown)
                                                + ": "
                                                + DurationFormat.text(point.medianNanos()))
                        .collect(Collectors.joining("; "));
        return points.isEmpty()
                ? NOTHING_SWEPT
                : ChartText.SWEEP_DESCRIPTION.formatted(points, shown.sentence()).strip()
                        + selected(shown);
    }

    private static String selected(SweepFrame shown) {
        int selected = shown.selected();
        return selected < 0 || selected >= shown.points().size()
                ? ""
                : " Selected: " + workers(shown.points().get(selected), shown) + ".";
    }

    private static String workers(SweepFrame.Point point, SweepFrame shown) {
        return shown.limits()
                ? point.workers() + " at once"
                : NumberFormats.count(point.workers(), "worker");
    }
}
