package dev.overlap.export.html;

import dev.overlap.comparison.Comparison;
import dev.overlap.comparison.VariantResult;
import dev.overlap.render.PaintTarget;
import dev.overlap.render.Surface;
import dev.overlap.render.TextMetrics;
import dev.overlap.render.Theme;
import dev.overlap.render.comparison.ComparisonFrame;
import dev.overlap.render.comparison.ComparisonLayout;
import dev.overlap.render.comparison.ComparisonPainter;
import dev.overlap.render.timeline.GuessMarks;
import dev.overlap.report.ComparisonReport;
import dev.overlap.text.NumberFormats;
import dev.overlap.text.PageText;
import dev.overlap.text.comparison.GuessText;
import dev.overlap.trace.Trace;
import dev.overlap.trace.WorkerStartup;
import dev.overlap.trace.WorkerTrack;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A comparison of models as the data of a page: what its painter draws beside the plots, as a
 * display list, and what the page needs to draw the plots itself for any part of the time axis;
 * {@code assets/html/comparison.js} does that.
 */
final class ComparisonData {

    static final int WIDTH = 1_224;

    private static final double MAX_HEIGHT = 900;
    private static final double LEGEND = 24;
    private static final double ROUNDING = 1;

    private final Comparison comparison;
    private final ComparisonReport report;
    private final TextMetrics metrics;
    private final ComparisonFrame frame;
    private final ComparisonPainter painter;
    private final ComparisonLayout layout;
    private final double height;

    private ComparisonData(ComparisonReport report, TextMetrics metrics) {
        this.report = report;
        this.metrics = metrics;
        this.comparison = report.comparison();
        this.frame =
                ComparisonFrame.of(comparison).sortedBy(report.order()).guessing(report.guesses());
        this.painter = new ComparisonPainter(metrics);
        double comfortable = painter.comfortableHeight(frame, WIDTH);
        double least = painter.minHeight(frame, WIDTH);
        this.height = Math.ceil(Math.max(least, Math.min(comfortable, MAX_HEIGHT)));
        this.layout = paint(new DisplayList(metrics), Theme.LIGHT);
    }

    /** Returns the data of a comparison without its runs, which follow in the order of variants. */
    static Map<String, Object> of(ComparisonReport report, TextMetrics metrics) {
        return new ComparisonData(report, metrics).build();
    }

    private ComparisonLayout paint(Surface surface, Theme theme) {
        return painter.paint(surface, frame, new PaintTarget(WIDTH, height, 0.5, theme));
    }

    private Map<String, Object> build() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("title", PageText.ALL_MODELS);
        data.put("alternative", PageText.COMPARISON_ALTERNATIVE.formatted(models()));
        data.put("width", WIDTH);
        data.put("height", height);
        data.put("plotLeft", layout.plotLeft());
        data.put("plotRight", layout.plotRight());
        data.put("view", span(layout.view().top(), layout.view().height()));
        data.put("partHeight", layout.partOf(layout.indices().getFirst()).height());
        data.put("range", range());
        data.put("reach", reach());
        putStrips(data);
        data.put("marks", ReferenceLines.ReferenceLine.objects(ComparisonMarks.of(comparison)));
        data.put("panels", layout.indices().stream().map(this::panel).toList());
        data.put("frame", DisplayList.record(metrics, this::paint, this::isBesidePlots));
        return data;
    }

    private String models() {
        return NumberFormats.count(comparison.entries().size(), "model");
    }

    private static Map<String, Double> span(double top, double height) {
        return Map.of("top", top, "height", height);
    }

    private Map<String, Long> range() {
        return Map.of(
                "begin", layout.wholeWindow().beginNanos(), "end", layout.wholeWindow().endNanos());
    }

    private long reach() {
        return comparison.entries().stream().mapToLong(ComparisonData::reach).max().orElse(0);
    }

    private static long reach(VariantResult result) {
        Trace drawn = result.drawn();
        long last = drawn == null ? 0 : drawn.horizonNanos() - result.leftOutNanos();
        return Math.max(last, result.maxNanos());
    }

    /** The space that every panel leaves above and below its rows. */
    private void putStrips(Map<String, Object> data) {
        boolean guessed =
                !comparison.finished()
                        || comparison.entries().stream().anyMatch(it -> guess(it) >= 0);
        boolean lanes = comparison.entries().stream().anyMatch(ComparisonData::hasLane);
        data.put("above", 5 + (guessed ? 10 : 0));
        data.put("below", 5 + (lanes ? 6 : 0) + (comparison.plan().runs() > 1 ? 9 : 0));
    }

    private static boolean hasLane(VariantResult result) {
        Trace drawn = result.drawn();
        return drawn != null
                && (startUp(drawn) >= 0
                        || drawn.workers().stream()
                                .anyMatch(it -> it.role() == WorkerTrack.Role.LOOP));
    }

    private static long startUp(Trace trace) {
        long last = -1;
        for (WorkerTrack worker : trace.workers()) {
            WorkerStartup startUp = worker.startUp();
            if (startUp != null && startUp.inPlaceOf() < 0) {
                last = Math.max(last, Math.min(startUp.endNanos(), trace.horizonNanos()));
            }
        }
        return last;
    }

    private long guess(VariantResult result) {
        @Nullable Long guess = report.guesses().of(result.variant().plan().model());
        return guess == null ? GuessMarks.NO_GUESS : guess;
    }

    private Map<String, Object> panel(int index) {
        VariantResult result = comparison.entries().get(index);
        Trace drawn = result.drawn();
        long guess = guess(result);
        Map<String, Object> panel = new LinkedHashMap<>();
        panel.put("top", layout.partOf(index).top());
        panel.put("run", drawn == null ? -1 : DrawnVariants.of(comparison).indexOf(result));
        panel.put("tasks", drawn == null ? 0 : drawn.tasks().size());
        panel.put("wall", result.medianNanos());
        panel.put("min", result.minNanos());
        panel.put("max", result.maxNanos());
        panel.put("samples", result.samples().size());
        panel.put("leftOut", result.leftOutNanos());
        panel.put("startUp", drawn == null ? -1 : startUp(drawn));
        panel.put("placeholder", PageText.NOT_RUN);
        panel.put("guess", guess);
        panel.put("guessWords", guess < 0 ? "" : GuessText.of(guess, result.medianNanos()));
        return panel;
    }

    /** Whether something does not depend on the visible time: it is not inside the plots. */
    private boolean isBesidePlots(DisplayList.DrawOperation mark) {
        boolean above = mark.top() < LEGEND;
        boolean isTick = "t".equals(mark.list().getFirst()) && mark.list().contains("center");
        double left = layout.plotLeft() - ROUNDING;
        double right = layout.plotRight() + ROUNDING;
        boolean within = mark.left() >= left && mark.left() + mark.width() <= right;
        boolean caption = mark.top() > layout.view().top() + layout.view().height();
        return above || (!within && !isTick && !caption);
    }
}
