package dev.overlap.render.timeline;

import dev.overlap.render.GuessPainter;
import dev.overlap.render.Surface;
import dev.overlap.render.TextStyle;
import dev.overlap.render.Theme;
import dev.overlap.text.UncontendedTimeText;
import dev.overlap.text.comparison.GuessText;
import dev.overlap.trace.metrics.LowerBound;
import dev.overlap.trace.metrics.Statistics;

import java.util.ArrayList;
import java.util.List;

/**
 * Paints the reference lines of a finished run: the lower bound for the list, such as the longest
 * task alone, and sequential execution. Both are derived from the trace, the second is labelled so,
 * and either is omitted if unknown. Also paints the user's guesses.
 */
final class ReferenceLinePainter {

    private static final double GAP = 6;

    /**
     * One line.
     *
     * @param line of its caption, counted from 0
     */
    private record ReferenceLine(
            String words, long nanos, int line, Surface.Stroke stroke, int ink) {}

    private final PaintContext context;

    ReferenceLinePainter(PaintContext context) {
        this.context = context;
    }

    /** Paints all lines first, so that none crosses the caption of another. */
    void paint() {
        List<ReferenceLine> marks = new ArrayList<>();
        limits(marks);
        guesses(marks);
        marks.forEach(this::line);
        marks.forEach(this::words);
    }

    private void limits(List<ReferenceLine> marks) {
        Statistics whole = context.frame().metrics().whole();
        if (whole == null || !whole.lowerBound().isKnown()) {
            return;
        }
        Theme theme = context.theme();
        LowerBound bound = whole.lowerBound();
        String reason = UncontendedTimeText.boundOnChart(bound);
        marks.add(dashed(reason, bound.nanos(), 0, theme.lowerBound()));
        if (whole.tasks() > 1 && whole.workNanos() > 0) {
            String words = UncontendedTimeText.oneByOne(whole.workNanos());
            marks.add(dashed(words, whole.workNanos(), 1, theme.oneByOne()));
        }
    }

    private static ReferenceLine dashed(String words, long nanos, int line, int ink) {
        return new ReferenceLine(words, nanos, line, Surface.Stroke.DASHED, ink);
    }

    /** The user's guesses, with their error once the run has finished. */
    private void guesses(List<ReferenceLine> marks) {
        GuessMarks guessMarks = context.frame().guessed();
        int ink = context.theme().guess();
        int line = 2;
        if (guessMarks.nanos() >= 0) {
            String words = GuessText.of(guessMarks.nanos(), context.frame().trace().wallNanos());
            marks.add(dashed(words, guessMarks.nanos(), line++, ink));
            handle(guessMarks.nanos());
        }
        if (guessMarks.nextNanos() >= 0) {
            String words = GuessText.ofNext(guessMarks.nextNanos());
            marks.add(
                    new ReferenceLine(
                            words, guessMarks.nextNanos(), line, Surface.Stroke.DOTTED, ink));
            handle(guessMarks.nextNanos());
        }
    }

    private void handle(long guess) {
        new GuessPainter(context.surface(), context.theme(), context.fitter(), context.scale())
                .handle(guess, context.layout().axis().bottom());
    }

    private double x(long nanos) {
        return context.scale().edge(nanos) + context.scale().pixel() / 2;
    }

    private double middle(ReferenceLine referenceLine) {
        double top = context.layout().captions().top();
        return top + (referenceLine.line + 0.5) * ChartLayout.CAPTION_LINE;
    }

    private void line(ReferenceLine referenceLine) {
        if (context.scale().shows(referenceLine.nanos)) {
            double x = x(referenceLine.nanos);
            double top = context.layout().rows().top();
            context.surface()
                    .line(
                            x,
                            top,
                            x,
                            middle(referenceLine) + 7,
                            referenceLine.stroke,
                            referenceLine.ink);
        }
    }

    /** The caption, on a line of its own. */
    private void words(ReferenceLine referenceLine) {
        if (context.scale().shows(referenceLine.nanos)) {
            beside(
                    referenceLine.words,
                    x(referenceLine.nanos),
                    middle(referenceLine),
                    referenceLine.ink);
        } else if (referenceLine.nanos > context.scale().range().endNanos()) {
            double right = context.layout().plotRight();
            caption(
                    referenceLine.words + " \u2192",
                    right,
                    middle(referenceLine),
                    referenceLine.ink);
        }
    }

    /** Left of a line, or right of it if there is no space. */
    private void beside(String words, double x, double middle, int ink) {
        double width = context.fitter().width(words, TextStyle.SMALL);
        boolean left = x - GAP - width >= ChartLayout.PAD;
        double farthest = context.layout().width() - 2;
        caption(words, left ? x - GAP : Math.min(x + GAP + width, farthest), middle, ink);
    }

    /** On a background of its own, so that no line crosses it. */
    private void caption(String words, double right, double middle, int ink) {
        TextStyle style = TextStyle.SMALL;
        double width = context.fitter().width(words, style);
        context.surface()
                .fill(right - width - 2, middle - 8, width + 4, 16, context.theme().ground());
        context.text(words, right, middle, style, Surface.Align.RIGHT, ink);
    }
}
