package dev.overlap.render.comparison;

import dev.overlap.comparison.VariantResult;
import dev.overlap.render.GuessAxisRange;
import dev.overlap.render.TimeRange;
import dev.overlap.trace.StandaloneTimes;
import dev.overlap.trace.Trace;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * The parts of a picture of a comparison, from top to bottom, all at one instant.
 *
 * @param shown what they are parts of
 * @param basis what each task needs alone, as all finished runs show it together; null as long as
 *     there is none
 */
record VariantPanels(
        ComparisonFrame shown, List<VariantPanel> list, @Nullable StandaloneTimes basis) {

    static VariantPanels of(ComparisonFrame shown, TraceMetricsCache memory) {
        List<VariantResult> own = shown.comparison().entries();
        List<VariantPanel> parts =
                shown.order().of(shown.comparison()).stream()
                        .map(
                                variantResult ->
                                        part(
                                                shown,
                                                variantResult,
                                                own.indexOf(variantResult),
                                                memory))
                        .toList();
        return new VariantPanels(shown, parts, memory.basisOf(shown.comparison()));
    }

    private static VariantPanel part(
            ComparisonFrame shown,
            VariantResult variantResult,
            int index,
            TraceMetricsCache memory) {
        Trace trace = variantResult.drawn();
        Long guess = shown.guesses().of(variantResult.variant().plan().model());
        return new VariantPanel(
                index,
                variantResult,
                trace == null ? null : drawn(trace, memory),
                guess == null ? -1 : guess);
    }

    private static VariantPanel.Drawn drawn(Trace trace, TraceMetricsCache memory) {
        long horizon = trace.horizonNanos();
        return new VariantPanel.Drawn(trace, horizon, memory.of(trace, horizon));
    }

    /** The most tasks of a part; 0 as long as none has run. */
    int mostTasks() {
        return list.stream()
                .map(VariantPanel::drawn)
                .mapToInt(drawn -> drawn == null ? 0 : drawn.trace().tasks().size())
                .max()
                .orElse(0);
    }

    /** Whether there are guesses, or there may still be some. */
    boolean canBeGuessed() {
        return !shown.comparison().finished()
                || list.stream().anyMatch(panel -> panel.guessNanos() >= 0);
    }

    /** Whether some part has a loop, or processes that start. */
    boolean haveLanes() {
        return list.stream().map(VariantPanel::drawn).anyMatch(VariantPanels::hasLane);
    }

    private static boolean hasLane(VariantPanel.@Nullable Drawn drawn) {
        return drawn != null
                && (drawn.figures().startUpNanos() >= 0
                        || !Double.isNaN(drawn.figures().loopBusy()));
    }

    /** The stretch of time that shows everything there is, live in steps of a quarter. */
    TimeRange window() {
        long measured = list.stream().mapToLong(VariantPanel::reachNanos).max().orElse(0);
        long guess = list.stream().mapToLong(VariantPanel::guessNanos).max().orElse(-1);
        if (measured <= 0) {
            return GuessAxisRange.blank(guess);
        }
        long end = GuessAxisRange.of(measured, guess);
        long roomy = end + end / 40;
        return shown.comparison().finished() ? TimeRange.whole(roomy) : TimeRange.live(roomy);
    }
}
