package dev.overlap.render.comparison;

import dev.overlap.comparison.VariantResult;
import dev.overlap.render.GuessAxisRange;
import dev.overlap.render.TimeRange;
import dev.overlap.trace.Trace;
import dev.overlap.trace.metrics.UncontendedTimes;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;

/**
 * The panels of a comparison, from top to bottom, all at one instant.
 *
 * @param shown the frame they belong to
 * @param basis the uncontended times of the tasks from all finished runs; null without any
 */
record VariantPanels(
        ComparisonFrame shown, List<VariantPanel> list, @Nullable UncontendedTimes basis) {

    static VariantPanels of(ComparisonFrame shown, TraceMetricsCache metricsCache) {
        List<VariantResult> own = shown.comparison().entries();
        List<VariantPanel> panels =
                shown.order().of(shown.comparison()).stream()
                        .map(
                                variantResult ->
                                        panel(
                                                shown,
                                                variantResult,
                                                own.indexOf(variantResult),
                                                metricsCache))
                        .toList();
        return new VariantPanels(shown, panels, metricsCache.basisOf(shown.comparison()));
    }

    private static VariantPanel panel(
            ComparisonFrame shown,
            VariantResult variantResult,
            int index,
            TraceMetricsCache metricsCache) {
        Trace trace = variantResult.drawn();
        Long guess = shown.guesses().of(variantResult.variant().plan().model());
        return new VariantPanel(
                index,
                variantResult,
                trace == null ? null : drawn(trace, metricsCache),
                guess == null ? -1 : guess);
    }

    private static VariantPanel.Drawn drawn(Trace trace, TraceMetricsCache metricsCache) {
        long horizon = trace.horizonNanos();
        return new VariantPanel.Drawn(trace, horizon, metricsCache.of(trace, horizon));
    }

    /** The maximum number of tasks of a panel; 0 before the first run. */
    int maxTasks() {
        return list.stream()
                .map(VariantPanel::drawn)
                .mapToInt(drawn -> drawn == null ? 0 : drawn.trace().tasks().size())
                .max()
                .orElse(0);
    }

    /** The runs to draw. */
    List<Trace> traces() {
        return list.stream()
                .map(VariantPanel::drawn)
                .filter(Objects::nonNull)
                .map(VariantPanel.Drawn::trace)
                .toList();
    }

    /** Whether there are guesses, or may still be some. */
    boolean canBeGuessed() {
        return !shown.comparison().finished()
                || list.stream().anyMatch(panel -> panel.guessNanos() >= 0);
    }

    /** Whether a panel has an event loop or starting processes. */
    boolean haveLanes() {
        return list.stream().map(VariantPanel::drawn).anyMatch(VariantPanels::hasLane);
    }

    private static boolean hasLane(VariantPanel.@Nullable Drawn drawn) {
        return drawn != null
                && (drawn.metrics().startUpNanos() >= 0
                        || !Double.isNaN(drawn.metrics().loopBusy()));
    }

    /** The time range that shows everything; during a run it grows in steps of a quarter. */
    TimeRange window() {
        long measured = list.stream().mapToLong(VariantPanel::reachNanos).max().orElse(0);
        long guess = list.stream().mapToLong(VariantPanel::guessNanos).max().orElse(-1);
        if (measured <= 0) {
            return GuessAxisRange.blank(guess);
        }
        long end = GuessAxisRange.of(measured, guess);
        long withMargin = end + end / 40;
        return shown.comparison().finished()
                ? TimeRange.whole(withMargin)
                : TimeRange.live(withMargin);
    }
}
